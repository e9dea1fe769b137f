using LayerEvals.Comparing;
using LayerEvals.Scoring;

namespace LayerEvals.Runs;

/// <summary>What the answers of a side to one case are, sample by sample: abstentions, refusals, positions that were pushed. Each is empty where no check asks.</summary>
internal sealed class SideKinds
{
    // Most cases ask for none of them, and a run keeps all its cases.
    List<Reply>? replies;
    List<RefusalReply>? refusals;
    List<StanceReply>? stances;

    public IReadOnlyList<Reply> Replies => replies ?? [];

    public IReadOnlyList<RefusalReply> Refusals => refusals ?? [];

    public IReadOnlyList<StanceReply> Stances => stances ?? [];

    public void Add(Subject answer, Finding[] findings)
    {
        if (Scorer.Reply(answer, findings) is { } reply) (replies ??= []).Add(reply);
        if (Scorer.Refusal(answer, findings) is { } refusal) (refusals ??= []).Add(refusal);
        if (Scorer.Stance(answer, findings) is { } stance) (stances ??= []).Add(stance);
    }
}
