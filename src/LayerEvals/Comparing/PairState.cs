namespace LayerEvals.Comparing;

/// <summary>What became of a case between the two sides, overall, in a layer or by one check; the same cut as <see cref="Tally"/> makes.</summary>
internal enum PairState
{
    /// <summary>Nothing spoke of it.</summary>
    Silent,

    BothPassed,

    GotWorse,

    GotBetter,

    BothFailed,

    /// <summary>As often passed on both sides, and neither always nor never.</summary>
    Same,

    /// <summary>A sample errored or could not be scored.</summary>
    NotScored,
}

/// <summary>Two cells as the state of their pair.</summary>
internal static class PairStates
{
    public static PairState Of(Cell before, Cell now)
    {
        if (before.IsLost || now.IsLost) return PairState.NotScored;
        if (before.Scored == 0 || now.Scored == 0) return PairState.Silent;
        if (now.Mean < before.Mean) return PairState.GotWorse;
        if (now.Mean > before.Mean) return PairState.GotBetter;
        if (now.Failed == 0) return PairState.BothPassed;
        return now.Passed == 0 ? PairState.BothFailed : PairState.Same;
    }
}
