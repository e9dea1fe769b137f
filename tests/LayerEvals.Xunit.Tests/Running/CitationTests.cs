using System.Text;
using LayerEvals.Nested;
using LayerEvals.Testing;
using static LayerEvals.Running.Assertions;

namespace LayerEvals.Running;

public sealed class CitationTests
{
    static readonly GoldenSource[] Sources =
    [
        new("C-4.1", "A refund is asked for within 30 days of the trip. The fee is 40 EUR."),
        new("C-4.2", "Keep all receipts until the claim is closed."),
    ];

    [Fact]
    public void What_fails_shows_the_claim_the_citation_and_the_source()
    {
        var said = new StringBuilder();
        foreach (var text in new[]
        {
            "You have 30 days. [C-4.1]", "You have 30 days [C-4.2]. Ask us.", "You have 30 days.", "Hello. You have 30 days [C-9.9].",
            "It says \"keep all receipts\" [C-4.2].", "It says \"keep all tickets until the claim is closed\" [C-4.2].", "It says \"never mind the fee\".", "",
        })
        {
            said.AppendLine($"# {Printable.Line(text)}");
            said.AppendLine(Said(() => Of(text).ShouldCite()));
            said.AppendLine(Said(() => Of(text).ShouldCite("C-4.1")));
            said.AppendLine(Said(() => Of(text).ShouldOnlyCiteGivenSources()));
            said.AppendLine(Said(() => Of(text).ShouldQuoteVerbatim())).AppendLine();
        }
        said.AppendLine(Said(() => (Of("") with { Error = "no answer within 60 s" }).ShouldCite()));
        Approve.Text(said.ToString());
    }

    [Fact]
    public async Task On_both_sides_they_are_checks_of_their_own_that_the_gate_judges()
    {
        using var bench = new Bench { Answer = (side, question, _) => Task.FromResult(question.Contains("lost") ? "Not found in sources." : side == "new" ? "It says \"50 days or so\" [C-9.9]." : "It says \"within 30 days\" [C-4.1].") };

        var ran = await bench.RunAsync(typeof(Suites.Cited));

        ran.Scores("refund", "cite C-4.1").ShouldBe(["old: Passed", "new: Failed (does not cite C-4.1; cites C-9.9)"]);
        ran.Scores("refund", "only cite given sources").ShouldBe(["old: Passed", "new: Failed (cites C-9.9, which was not given; given: C-4.1)"]);
        ran.Scores("refund", "quote verbatim").ShouldBe(["old: Passed", "new: Failed (\"50 days or so\" is in no given source that it cites)"]);
        ran.Scores("lost", "cite C-4.1").ShouldBe(["old: NotApplicable (rightly answered \"not found in sources\")", "new: NotApplicable (rightly answered \"not found in sources\")"]);
        ran.Row("refund").Warnings.ShouldContain("got worse: cite C-4.1 (new failed it, old passed)");
        File.ReadAllText(Path.Combine(ran.Folder, "scores.jsonl")).ShouldContain("\"parts\":[{\"name\":\"resolves\",\"outcome\":\"Failed\"");
    }

    static Answer Of(string text) => Assertions.Of(text) with { Sources = Sources };
}
