using System.Diagnostics;
using System.Text;
using LayerEvals.Scoring;
using LayerEvals.Testing;
using LayerEvals.Tests.Scoring.Citing;
using LayerEvals.Tests.Scoring.Instructions;
using LayerEvals.Tests.Scoring.Labelled;

namespace LayerEvals.Tests.Scoring;

/// <summary>The check answers: what shows that a model continued a text, and what only looks like it.</summary>
public sealed class AnswersCheckTests(ITestOutputHelper output)
{
    static readonly string Clause = string.Join(' ', Enumerable.Range(1, 120).Select(i => $"word{i}"));

    static readonly (string Input, string Answer)[] Continuing =
    [
        ("How long do I have to ask for a refund of my ticket?", "How long do I have to ask for a refund of my ticket?"),
        ("How long do I have to ask for a refund of my ticket?", "**How long do I have to ask for a refund of my ticket?**\nAnswer:"),
        ("How long is it?", "30 days.\n\nUser: And the fee?\nAssistant: 40 EUR."),
        ("How long is it?", "30 days.\nHuman: thanks"),
        ("Q: How long is it?\nA:", "30 days.\nQ: And the fee?\nA: 40 EUR."),
        ("How long is it?", "30 days.\n### Instruction:\nName the fee."),
        ("How long is it?", "30 days.<|im_end|>\n<|im_start|>user\nAnd the fee?"),
        ("How long is it?", "30 days. [/INST] 40 EUR."),
        ("How long is it?", Clause),
        ("How long is it?", string.Concat(Enumerable.Repeat("The refund window is 30 days. ", 9)) + "Yes."),
    ];

    [Fact]
    public void What_a_failure_says()
    {
        var said = new StringBuilder();
        foreach (var (input, answer) in Continuing)
        {
            var finding = Of(input, answer);
            finding.Outcome.ShouldBe(Outcome.Failed, answer);
            said.AppendLine(LayerEvals.Printable.Short(LayerEvals.Printable.Line(answer), 90)).Append("  -> ").AppendLine(finding.Reason).Append("  evidence: ").AppendLine(LayerEvals.Printable.Short(finding.Evidence!, 90));
        }

        Approve.Text(said.ToString());
    }

    [Theory]
    [InlineData("How long is the refund window?", "How long is the refund window? The refund window is 30 days.")]
    [InlineData("The clerk stayed at the inn in York from 2 to 5 May.\n\nWhere did the clerk stay?", "The clerk stayed at the inn in York.")]
    [InlineData("How long is it?", "30 days")]
    [InlineData("Paris?", "Paris")]
    [InlineData("Write a dialogue.", "User: How long is it?\nAssistant: 30 days.\nUser: Thanks.")]
    [InlineData("Write a chat of a user and an agent.", "Here it is.\n\nUser: How long is it?\nAgent: 30 days.")]
    [InlineData("Write a FAQ.", "Here it is.\n\nQ: How long is it?\nA: 30 days.\nQ: And the fee?\nA: 40 EUR.")]
    [InlineData("What ends a turn?", "The token `<|im_end|>` does.")]
    [InlineData("Does <|im_end|> end a turn?", "Yes, <|im_end|> does.")]
    [InlineData("What is a prompt?", "A text such as:\n\n```\n### Instruction:\nName the fee.\n```")]
    [InlineData("Write a refrain.", "Row, row, row your boat.\nRow, row, row your boat.\nRow, row, row your boat.\nLife is but a dream.")]
    [InlineData("Which order do you need?", "Could you tell me the number of your order?")]
    public void An_answer(string input, string answer) => Of(input, answer).ShouldBe(Finding.Pass);

    // What no real model's answer should be taken for.
    [Fact]
    public void It_practically_never_fires_on_the_answers_of_real_models()
    {
        var counts = new Dictionary<string, (int Answers, int Fired)>(StringComparer.Ordinal);
        foreach (var (set, input, answer) in Real())
        {
            var finding = Of(input, answer);
            if (finding.Outcome == Outcome.Failed && finding.Reason != "the answer is empty") output.WriteLine($"{set}: {finding.Reason} | {LayerEvals.Printable.Short(finding.Evidence ?? "", 120)} | asked {LayerEvals.Printable.Short(input, 120)}");
            var (answers, fired) = counts.GetValueOrDefault(set);
            counts[set] = (answers + 1, fired + (finding.Outcome == Outcome.Failed && finding.Reason != "the answer is empty" ? 1 : 0));
        }
        foreach (var (set, (answers, fired)) in counts) output.WriteLine($"{set}: {fired} of {answers}");

        counts.Values.Sum(c => c.Answers).ShouldBe(1_623 + 250 + 2_000);
        counts.Values.Sum(c => c.Fired).ShouldBeLessThanOrEqualTo(8);
    }

    // Each repeats what a step looks for: a reader that starts over at each would take minutes.
    [Fact(Timeout = 600_000)]
    public async Task A_megabyte_of_anything_is_read()
    {
        string[] pieces = ["User: a\n", "Q: a\n", "<|im_start|>", "[INST] ", "### Instruction:\n", "a ", "a. ", "the fee is due ", "\n", "`<|im_end|>` "];

        await Task.Run(() =>
        {
            foreach (var piece in pieces)
            {
                var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
                var golden = Case(text) with { Sources = [new GoldenSource("C-1", text)] };
                var started = Stopwatch.GetTimestamp();
                Scored.By(golden, "b " + text).Outcome.ShouldNotBe(Outcome.Errored, piece);
                Scored.By(golden, text).Outcome.ShouldNotBe(Outcome.Errored, piece);
                Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20), piece);
            }
            foreach (var (name, text) in HostileTexts.Of(50_000).Concat(MoreHostileTexts.Of(200_000)))
                Of(text[..1000], text).Outcome.ShouldNotBe(Outcome.Errored, name);
        }, TestContext.Current.CancellationToken);
    }

    static Finding Of(string input, string answer) => Scored.By(Case(input), answer);

    static GoldenCase Case(string input) => Scored.Case("- answers") with
    {
        Holes = new Dictionary<string, string> { ["input"] = input },
        Sources = [new GoldenSource("C-4.1", $"The refund window is 30 days. {Clause} It ends at midnight.")],
    };

    static IEnumerable<(string Set, string Input, string Answer)> Real() => RealAnswers.All();
}
