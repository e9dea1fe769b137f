using LayerEvals.Testing;
using LayerEvals.Tests.Answering;
using LayerEvals.Tests.Reporting.Hostile;
using LayerEvals.Tests.Runs;

namespace LayerEvals.Tests.Reporting;

public sealed class ServerFileTests
{
    // One case of each kind: worse, better, both pass, both fail, errored, must-pass.
    const string Golden = """
        id: small
        layer: retrieval
        cases:
          - {id: worse, input: Question 1?, expect: 30 days, tags: [refunds]}
          - {id: better, input: Question 2?, expect: 30 days}
          - {id: same, input: Question 3?, expect: 30 days}
          - {id: both-fail, input: Question 4?, expect: 30 days}
          - {id: errors, input: Question 5?, expect: 30 days}
          - {id: must, input: Question 6?, expect: 30 days, must: true}
        """;

    static SmallEval Each() => new(Golden)
    {
        Baseline = ScriptedModel.Saying(q => q is "Question 2?" or "Question 4?" or "Question 6?" ? "No." : "You have 30 days."),
        Candidate = ScriptedModel.Saying(q => q switch
        {
            "Question 1?" => "You have 14 days.\nAsk ]]> & <us>.",
            "Question 5?" => throw new HttpRequestException("gone"),
            "Question 4?" or "Question 6?" => "No.",
            _ => "You have 30 days.",
        }),
    };

    [Fact]
    public async Task Junit_xml()
    {
        using var eval = Each();

        var junit = RunFiles.Of(await eval.RunAsync(), "junit.xml");

        Junit.Problems(Junit.Read(junit)).ShouldBeEmpty();
        Approve.Text(junit);
    }

    [Fact]
    public async Task Ctrf_json()
    {
        using var eval = Each();

        var ctrf = RunFiles.Of(await eval.RunAsync(), "ctrf.json");

        using var json = System.Text.Json.JsonDocument.Parse(ctrf);
        Ctrf.Shape.Evaluate(json.RootElement).Failures.ShouldBeEmpty();
        Approve.Text(ctrf);
    }

    [Fact]
    public async Task Scores_csv()
    {
        using var eval = Each();

        Approve.Text(RunFiles.Of(await eval.RunAsync(), "scores.csv"));
    }

    [Fact]
    public async Task A_gate_that_has_nothing_to_judge_is_an_error()
    {
        using var eval = new SmallEval(SmallEval.Questions(3));
        await using var run = eval.Open(isPartial: true);
        await run.AskBothAsync(run.Plan.Cases[0], TestContext.Current.CancellationToken);

        var junit = Junit.Read(RunFiles.Of(SmallEval.Finish(run), "junit.xml"));

        var gates = junit.Descendants("testsuite").First();
        gates.Attribute("errors")!.Value.ShouldBe("3", "retrieval, prompt and overall");
        gates.Descendants("error").ShouldAllBe(e => e.Attribute("message")!.Value.Length > 0);
    }
}
