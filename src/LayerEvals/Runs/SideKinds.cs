using LayerEvals.Comparing;
using LayerEvals.Scoring;

namespace LayerEvals.Runs;

/// <summary>What the answers of a side are, sample by sample: abstentions, refusals. Empty where no check asks.</summary>
internal sealed class SideKinds
{
    readonly List<Reply> replies = [];
    readonly List<RefusalReply> refusals = [];

    public Reply[] Replies => [.. replies];

    public RefusalReply[] Refusals => [.. refusals];

    public void Add(GoldenCase golden, Answer answer, Finding[] findings)
    {
        if (Scorer.Reply(golden, answer, findings) is { } reply) replies.Add(reply);
        if (Scorer.Refusal(golden, answer, findings) is { } refusal) refusals.Add(refusal);
    }
}
