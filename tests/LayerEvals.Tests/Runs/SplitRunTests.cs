using System.Text.Json;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

public sealed class SplitRunTests
{
    [Fact]
    public async Task Holdout_cases_are_reported_apart()
    {
        using var eval = Eval("{id: q-1, split: dev}", "{id: q-2, split: dev}", "{id: q-3, split: holdout}", "{id: q-4, split: holdout}", "{id: q-5}");

        var result = await eval.RunAsync();

        using var comparison = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(result.Folder, "comparison.json")));
        comparison.RootElement.GetProperty("splits").EnumerateArray().Select(s => string.Join(' ', s.EnumerateObject().Select(p => p.Value.ToString())))
            .ShouldBe(["holdout 2 2 0 0 1 0", "dev 2 0 0 0 1 1", "none 1 0 0 0 1 1"]);
        File.ReadAllText(Path.Combine(result.Folder, "report.md")).ShouldContain("| holdout: 2 cases, 2 got worse, 0 got better |");
        File.ReadAllText(result.ReportHtml).ShouldContain("id=\"splits\"");
    }

    [Fact]
    public async Task Where_nothing_is_held_out_nothing_is_said_of_it()
    {
        using var eval = Eval("{id: q-1, split: dev}", "{id: q-2}");

        var result = await eval.RunAsync();

        File.ReadAllText(Path.Combine(result.Folder, "comparison.json")).ShouldNotContain("\"splits\"");
        File.ReadAllText(Path.Combine(result.Folder, "report.md")).ShouldNotContain("## Holdout");
    }

    // The candidate forgets what it was not tuned on.
    static SmallEval Eval(params string[] cases) => new($"""
        id: small
        layer: retrieval
        checks: [contains: 30 days]
        cases:
        {string.Join('\n', cases.Select((c, i) => $"  - {c.TrimEnd('}')}, input: Question {i + 1}{(c.Contains("holdout") ? " held out" : "")}?}}"))}
        """)
    {
        Candidate = ScriptedModel.Saying(question => question.Contains("held out") ? "No idea." : "You have 30 days."),
    };
}
