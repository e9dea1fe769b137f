using LayerEvals;

namespace ClaimsDesk.Evals;

public sealed class ClaimsAdjudication(EvalRun evals)
{
    [Theory, GoldenSet("../../goldensets/claims-adjudication.yaml")]
    public async Task Proposals_follow_the_rules_and_leave_the_last_word_to_a_human(GoldenCase golden)
    {
        SideBySide answers = await evals.AskBothAsync(golden, TestContext.Current.CancellationToken);

        answers.ShouldPassGoldenChecks();
    }
}
