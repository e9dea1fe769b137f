using LayerEvals;

namespace ClaimsDesk.Evals;

public sealed class SupportReplies(EvalRun evals)
{
    [Theory, GoldenSet("../../goldensets/support-replies.yaml")]
    public async Task Replies_keep_to_the_refund_rules(GoldenCase golden)
    {
        SideBySide answers = await evals.AskBothAsync(golden, TestContext.Current.CancellationToken);

        answers.ShouldPassGoldenChecks();

        // What the set declares, asked again in C#: soft, on both sides.
        answers.ShouldCite();
        answers.ShouldOnlyCiteGivenSources();
        answers.ShouldQuoteVerbatim();
        if (golden.Answerable == false) answers.ShouldSayNotFound();
        else answers.ShouldNotSayNotFound();
    }
}
