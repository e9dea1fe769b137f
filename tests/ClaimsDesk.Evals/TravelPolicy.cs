using LayerEvals;

namespace ClaimsDesk.Evals;

public sealed class TravelPolicy(EvalRun evals)
{
    [Theory, GoldenSet("../../goldensets/travel-policy.yaml")]
    public async Task Answers_come_from_the_policy_and_cite_it(GoldenCase golden)
    {
        SideBySide answers = await evals.AskBothAsync(golden, TestContext.Current.CancellationToken);

        answers.ShouldPassGoldenChecks();
        answers.Should("promise nothing", Layers.Verification,
            a => a.Text.ShouldNotContain("guarantee that", Case.Insensitive));
    }
}
