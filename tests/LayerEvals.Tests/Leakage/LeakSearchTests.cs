using LayerEvals.Leakage;

namespace LayerEvals.Tests.Leakage;

public sealed class LeakSearchTests
{
    const string Question = "How long do I have to ask for a refund of the ticket?";

    [Fact]
    public void A_question_that_stands_in_an_example_leaked_whatever_its_case_punctuation_and_line_breaks()
    {
        var leak = Search([Case("a", Question)], "So: HOW LONG do I\nhave to ask - for a refund of the ticket...").Found.ShouldHaveSingleItem();

        (leak.Shared, leak.Words, leak.Line).ShouldBe((13, 13, 1));
        leak.Text.ShouldBe(Question.TrimEnd('?'));
    }

    [Fact]
    public void Seven_words_in_a_row_are_no_leak_of_eight()
    {
        Search([Case("a", Question)], "how long do I have to ask about it").Found.ShouldBeEmpty();
        Search([Case("a", Question)], "how long do I have to ask for it").Found.ShouldHaveSingleItem().Shared.ShouldBe(8);
    }

    [Fact]
    public void A_short_text_is_looked_for_as_a_whole_and_a_very_short_one_not_at_all()
    {
        var leaks = Search([Case("whole", "Is the fee refundable?"), Case("part", "Is the fee refundable now?"), Case("short", "The fee?")], "tell me: is the fee refundable");

        leaks.Found.Select(l => l.Golden.Id).ShouldBe(["whole"]);
        leaks.TooShort.ShouldBe(1);
    }

    [Fact]
    public void What_is_expected_leaks_too_and_sources_do_not()
    {
        var golden = Case("a", "What now?") with { Expect = "You may ask for it within thirty days of the trip", Sources = [new GoldenSource("A-1", Question)] };

        var leak = Search([golden], "You may ask for it within thirty days of the trip. " + Question).Found.ShouldHaveSingleItem();

        leak.Text.ShouldBe("You may ask for it within thirty days of the trip");
    }

    [Fact]
    public void A_form_that_many_cases_share_is_no_leak_of_each()
    {
        const string Form = "Please answer in one sentence and cite the clause";
        var cases = Enumerable.Range(0, 30).Select(i => Case($"c-{i}", $"{Form} number {i}")).ToList();

        Search(cases, Form).Found.ShouldBeEmpty();
        Search(cases, $"{Form} number 7").Found.Select(l => l.Golden.Id).ShouldBe(["c-7"]);
    }

    [Fact]
    public void Characters_that_are_words_count_as_words() =>
        Search([Case("a", "退款需要在多少天内提出")], "客户问：退款需要在多少天内提出？").Found.ShouldHaveSingleItem().Shared.ShouldBe(11);

    [Fact]
    public void The_example_that_holds_most_is_named_and_the_others_are_counted()
    {
        var leak = Search([Case("a", Question)], "do I have to ask for a refund", Question, "how long do I have to ask for").Found.ShouldHaveSingleItem();

        (leak.Line, leak.Shared, leak.Examples).ShouldBe((2, 13, 3));
    }

    // Quadratic, each of these would take hours.
    [Theory]
    [InlineData("a ")]
    [InlineData("a b ")]
    [InlineData("退")]
    public async Task A_megabyte_of_one_word_on_both_sides_is_soon_looked_through(string again)
    {
        var text = string.Concat(Enumerable.Repeat(again, 1_000_000 / again.Length));

        var leaks = await Task.Run(() => Search([Case("a", text)], text)).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        leaks.Found.ShouldHaveSingleItem();
    }

    static Leaks Search(IReadOnlyList<GoldenCase> cases, params string[] examples) =>
        new LeakSearch(cases, 8).In(examples.Select((text, i) => new TrainingExample(i + 1, [text])));

    static GoldenCase Case(string id, string input) => new() { Set = "desk", Id = id, Holes = new Dictionary<string, string> { ["input"] = input } };
}
