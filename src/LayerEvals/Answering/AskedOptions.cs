using LayerEvals.Answering.Faults;
using Microsoft.Extensions.AI;

namespace LayerEvals.Answering;

/// <summary>The options of one asked turn, which carry through all wrappers whose asking it is and what happened to its attempts.</summary>
internal sealed class AskedOptions : ChatOptions
{
    public AskedOptions(Asking asking) => Asking = asking;

    // Shares the history: a wrapper that copies the options speaks of the same turn.
    AskedOptions(AskedOptions other) : base(other) => (Asking, Started, Failures) = (other.Asking, other.Started, other.Failures);

    public Asking Asking { get; }

    /// <summary>The timestamp of the asking's start.</summary>
    public long Started { get; init; }

    /// <summary>The attempts that failed so far, those of earlier turns included.</summary>
    public List<FailedAttempt> Failures { get; init; } = [];

    public override ChatOptions Clone() => new AskedOptions(this);
}
