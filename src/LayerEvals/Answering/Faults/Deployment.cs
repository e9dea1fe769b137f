using LayerEvals.Answering.Limiting;
using LayerEvals.Diagnostics;

namespace LayerEvals.Answering.Faults;

/// <summary>One model at one address under one key: what its vendor limits together, and what fails together.</summary>
internal sealed class Deployment(string name, AdmissionQueue queue, RunStop stop)
{
    // As often as a coin that fails 7 of 10 askings, all attempts of them, does once in a thousand runs of them: no bad minute, an outage.
    const int MostInARow = 20;

    // A wrong address does not come right; a connection may be refused once.
    const int MostUnreachable = 2;

    int inARow;

    /// <summary>What the configuration calls it, for messages and the manifest.</summary>
    public string Name => name;

    public AdmissionQueue Queue => queue;

    public void ThrowIfStopped() => stop.ThrowIfRaised();

    public void Answered() => Volatile.Write(ref inARow, 0);

    /// <summary>An attempt failed: gives what to throw, which ends the run where every other call would fail the same way.</summary>
    public Exception Failed(VendorFault fault, Probes.Probe? probe)
    {
        if (fault.Kind.IsFinal()) return Stopped(fault.Message);
        if (probe is not null && fault.Kind == FaultKind.Unreachable && ++probe.Unreachable >= MostUnreachable) return Stopped(fault.Message);
        return fault;
    }

    /// <summary>An asking failed for good.</summary>
    public Exception GivenUp(VendorFault fault)
    {
        if (fault.Kind is FaultKind.PromptFiltered or FaultKind.BadRequest || Interlocked.Increment(ref inARow) < MostInARow) return fault;
        return Stopped($"{Numerals.Count(MostInARow, "asking")} in a row came to nothing. The last: {fault.Message}");
    }

    StoppedException Stopped(string why) => stop.Raise($"{name}: {why}");
}
