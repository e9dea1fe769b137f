using System.Globalization;
using Microsoft.Extensions.AI;

namespace LayerEvals.Models.Tests.Embedded;

public sealed class EmbeddedReaderTests
{
    private static ChatMessage[] Messages => [new(ChatRole.System, Shelf.Rules), new(ChatRole.User, Shelf.Ask(Shelf.Library, "How long may I keep a film?"))];

    [Fact]
    public void An_unknown_version_is_refused_with_the_known_ones_named()
    {
        var error = Should.Throw<ArgumentException>(() => new EmbeddedReader("reader-9"));

        error.Message.ShouldContain("reader-1");
        error.Message.ShouldContain("reader-2");
        error.Message.ShouldContain("\"reader-9\"");
    }

    [Fact]
    public async Task A_response_carries_model_finish_reason_and_usage()
    {
        using var reader = new EmbeddedReader("reader-1");

        var response = await reader.GetResponseAsync(Messages, cancellationToken: TestContext.Current.CancellationToken);

        response.ModelId.ShouldBe("reader-1");
        response.FinishReason.ShouldBe(ChatFinishReason.Stop);
        response.CreatedAt.ShouldBeNull();
        response.Usage.ShouldNotBeNull().OutputTokenCount.ShouldBe((response.Text.Length + 3) / 4);
        response.Usage.TotalTokenCount.ShouldBe(response.Usage.InputTokenCount + response.Usage.OutputTokenCount);
    }

    [Fact]
    public async Task Too_few_output_tokens_cut_the_answer_and_say_so()
    {
        using var reader = new EmbeddedReader("reader-1");

        var response = await reader.GetResponseAsync(Messages, new ChatOptions { MaxOutputTokens = 5 }, TestContext.Current.CancellationToken);

        response.Text.Length.ShouldBe(20);
        response.FinishReason.ShouldBe(ChatFinishReason.Length);
    }

    [Fact]
    public async Task Streaming_yields_the_same_text()
    {
        using var reader = new EmbeddedReader("reader-2");
        var text = "";

        await foreach (var update in reader.GetStreamingResponseAsync(Messages, cancellationToken: TestContext.Current.CancellationToken)) text += update.Text;

        text.ShouldBe((await reader.GetResponseAsync(Messages, cancellationToken: TestContext.Current.CancellationToken)).Text);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled()
    {
        using var reader = new EmbeddedReader("reader-1");

        await Should.ThrowAsync<OperationCanceledException>(() => reader.GetResponseAsync(Messages, cancellationToken: new CancellationToken(canceled: true)));
    }

    [Theory, InlineData("tr-TR"), InlineData("de-DE"), InlineData("ar-SA")]
    public async Task The_culture_changes_nothing(string culture)
    {
        var expected = await AnswersUnder(CultureInfo.InvariantCulture);

        var actual = await AnswersUnder(CultureInfo.GetCultureInfo(culture));

        actual.ShouldBe(expected);
    }

    [Fact]
    public async Task The_seed_means_nothing_at_temperature_zero()
    {
        foreach (var seed in new long[] { 0, 1, 99 })
            (await Asking.Ask("reader-2", new ChatOptions { Seed = seed, Temperature = 0 }, Messages)).ShouldBe(await Asking.Ask("reader-2", null, Messages));
    }

    [Fact]
    public async Task Above_temperature_zero_seeds_give_variants_and_one_seed_gives_one_answer()
    {
        ChatMessage[] messages = [new(ChatRole.User, Shelf.Ask(Shelf.Bicycles, "Summarise the sources in one sentence."))];
        var answers = new HashSet<string>();
        for (var seed = 0L; seed < 20; seed++)
        {
            var options = new ChatOptions { Seed = seed, Temperature = 1 };
            var answer = await Asking.Ask("reader-1", options, messages);

            (await Asking.Ask("reader-1", options, messages)).ShouldBe(answer);
            answers.Add(answer);
        }

        answers.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task The_constructors_seed_is_overridden_by_the_options()
    {
        ChatMessage[] messages = [new(ChatRole.User, Shelf.Ask(Shelf.Bicycles, "Summarise the sources in one sentence."))];
        for (var seed = 0; seed < 10; seed++)
        {
            using var own = new EmbeddedReader("reader-1", seed);
            using var other = new EmbeddedReader("reader-1", 1000);

            var fromConstructor = await own.GetResponseAsync(messages, new ChatOptions { Temperature = 1 }, TestContext.Current.CancellationToken);
            var fromOptions = await other.GetResponseAsync(messages, new ChatOptions { Temperature = 1, Seed = seed }, TestContext.Current.CancellationToken);

            fromOptions.Text.ShouldBe(fromConstructor.Text);
        }
    }

    [Fact]
    public async Task One_reader_serves_many_threads()
    {
        using var reader = new EmbeddedReader("reader-2");
        var asked = Enumerable.Range(0, 2000).Select(number => Shelf.Answerable[number % Shelf.Answerable.Count]).ToList();
        var expected = new Dictionary<string, string>();
        foreach (var (sources, question, _) in Shelf.Answerable) expected[question] = await Asking.Ask("reader-2", RulesFor(question), Shelf.Ask(sources, question));

        await Parallel.ForEachAsync(asked, TestContext.Current.CancellationToken, async (one, token) =>
        {
            var response = await reader.GetResponseAsync([new(ChatRole.System, RulesFor(one.Question)), new(ChatRole.User, Shelf.Ask(one.Sources, one.Question))], null, token);
            response.Text.ShouldBe(expected[one.Question]);
        });
    }

    private static string RulesFor(string question) => question.Length % 2 == 0 ? Shelf.Rules : "Answer in at most 20 words. Cite like (B-1).";

    private static async Task<List<string>> AnswersUnder(CultureInfo culture)
    {
        // xUnit runs each test in its own flow, which this assignment does not leave.
        Thread.CurrentThread.CurrentCulture = culture;
        var answers = new List<string>();
        foreach (var (sources, question, _) in Shelf.Answerable)
        {
            answers.Add(await Asking.Ask("reader-2", Shelf.Rules, Shelf.Ask(sources, question)));
            answers.Add(await Asking.Ask("reader-1", "AS JSON: {\"answer\": \"...\", \"IDS\": [\"\"], \"confidence\": 0.5, \"amount\": number}", Shelf.Ask(sources, question)));
            answers.Add(await Asking.Ask("reader-2", "ANSWER IN ALL CAPITAL LETTERS.", Shelf.Ask(sources, question)));
        }
        answers.Add(await Asking.Ask("", "Sort these alphabetically: ıris, İnci, iris, zebra, äpfel"));
        answers.Add(await Asking.Ask("", "What is 1,200.5 + 0.25?"));
        return answers;
    }
}
