namespace LayerEvals.Answering.Faults;

/// <summary>Whether a run is stopped, for all its deployments: what was not sent yet is not sent any more.</summary>
internal sealed class RunStop
{
    volatile StoppedException? raised;

    public void ThrowIfRaised()
    {
        if (raised is { } stopped) throw new StoppedException(stopped.Message);
    }

    /// <summary>Stops the run; the first reason stays.</summary>
    public StoppedException Raise(string reason)
    {
        Interlocked.CompareExchange(ref raised, new StoppedException(reason), null);
        return new StoppedException(raised!.Message); // just set, by us or before us
    }
}
