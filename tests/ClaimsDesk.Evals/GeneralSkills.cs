using LayerEvals;

namespace ClaimsDesk.Evals;

public sealed class GeneralSkills(EvalRun evals)
{
    [Theory, GoldenSet("../../goldensets/general-skills.yaml")]
    public async Task Plain_questions_are_still_answered(GoldenCase golden)
    {
        SideBySide answers = await evals.AskBothAsync(golden, TestContext.Current.CancellationToken);

        answers.ShouldPassGoldenChecks();
    }
}
