using System.Text.RegularExpressions;
using LayerEvals.Runs;
using LayerEvals.Tests.Answering;
using LayerEvals.Tests.Runs;

namespace LayerEvals.Tests.Reporting.Page;

public sealed class BannerTests
{
    [Fact]
    public async Task A_partial_run_says_so_before_any_number()
    {
        using var eval = new SmallEval(SmallEval.Questions(220));
        await using var run = eval.Open(isPartial: true);
        foreach (var golden in run.Plan.Cases.Take(3)) await run.AskBothAsync(golden, TestContext.Current.CancellationToken);

        Banners(SmallEval.Finish(run)).ShouldContain("Partial run: 3 of 220 cases ran. A partial run never passes.");
    }

    [Fact]
    public async Task Pairs_without_an_outcome_above_the_limit_are_named()
    {
        using var eval = new SmallEval(SmallEval.Questions(40)) { Candidate = ScriptedModel.Saying(q => q.Contains('7', StringComparison.Ordinal) ? throw new InvalidOperationException("no") : "You have 30 days.") };

        Banners(await eval.RunAsync()).ShouldContain("10.0 % of the pairs have no outcome (4 cases errored, 0 unscored); the gate allows 2 %.");
    }

    [Fact]
    public async Task Answers_of_another_model_are_named()
    {
        using var eval = new SmallEval(SmallEval.Questions(3))
        {
            Candidate = new ScriptedModel((_, _) =>
            {
                var response = ScriptedModel.Response("You have 30 days.");
                response.ModelId = "vendor-3";
                return Task.FromResult(response);
            }),
        };

        Banners(await eval.RunAsync()).ShouldContain("bump is pinned to vendor-2, and 3 answers came from vendor-3.");
    }

    [Fact]
    public async Task Too_few_cases_say_what_they_cannot_see()
    {
        using var eval = new SmallEval(SmallEval.Questions(60));

        Banners(await eval.RunAsync()).ShouldContain(b => b.StartsWith("Few cases. ", StringComparison.Ordinal) && b.Contains("Overall, with 60, cannot detect a drop smaller than", StringComparison.Ordinal));
    }

    static IEnumerable<string> Banners(RunResult result) =>
        Regex.Matches(RunFiles.Of(result, "report.html"), "<p class=\"banner [a-z]+\"><b>[A-Za-z]+</b> <span>(?<text>.*?)</span></p>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(m => m.Groups["text"].Value);
}
