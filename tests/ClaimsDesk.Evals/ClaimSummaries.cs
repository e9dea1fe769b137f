using LayerEvals;

namespace ClaimsDesk.Evals;

public sealed class ClaimSummaries(EvalRun evals)
{
    [Theory, GoldenSet("../../goldensets/claim-summaries.yaml")]
    public async Task Summaries_hold_the_given_fields_and_nothing_else(GoldenCase golden)
    {
        SideBySide answers = await evals.AskBothAsync(golden, TestContext.Current.CancellationToken);

        answers.ShouldPassGoldenChecks();
    }
}
