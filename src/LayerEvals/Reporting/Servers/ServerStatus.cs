using LayerEvals.Comparing;

namespace LayerEvals.Reporting.Servers;

/// <summary>What a build server is told of a case: both sides together, because a case is what a verdict counts.</summary>
internal enum ServerStatus
{
    Passed = 1,

    /// <summary>The candidate got worse.</summary>
    GotWorse,

    /// <summary>The candidate failed what it must pass, at every attempt.</summary>
    MustPassFailed,

    /// <summary>Of a gate: it did not decide, and says that this fails.</summary>
    NotDecided,

    /// <summary>No answer came, or a check crashed.</summary>
    Errored,

    /// <summary>A check could not speak.</summary>
    Unscored,

    /// <summary>Both sides fail it: nothing that the candidate changed.</summary>
    BothFailed,

    /// <summary>Both sides pass it in as many of their samples.</summary>
    Same,

    /// <summary>No check applied.</summary>
    Silent,
}

/// <summary>Cases as servers are told of them.</summary>
internal static class ServerStatuses
{
    public static ServerStatus Of(CaseResult result) => result.Must is { Failed: true } ? ServerStatus.MustPassFailed
        : PairStates.Of(result.Baseline, result.Candidate) switch
        {
            PairState.BothPassed or PairState.GotBetter => ServerStatus.Passed,
            PairState.GotWorse => ServerStatus.GotWorse,
            PairState.BothFailed => ServerStatus.BothFailed,
            PairState.Same => ServerStatus.Same,
            PairState.NotScored => result.Baseline.Errored + result.Candidate.Errored > 0 ? ServerStatus.Errored : ServerStatus.Unscored,
            _ => ServerStatus.Silent,
        };

    public static bool IsFailure(this ServerStatus status) => status is ServerStatus.GotWorse or ServerStatus.MustPassFailed or ServerStatus.NotDecided;

    public static string Word(this ServerStatus status) => status switch
    {
        ServerStatus.Passed => "passed",
        ServerStatus.GotWorse => "got worse",
        ServerStatus.MustPassFailed => "must-pass failed",
        ServerStatus.NotDecided => "not decided",
        ServerStatus.Errored => "errored",
        ServerStatus.Unscored => "unscored",
        ServerStatus.BothFailed => "both fail",
        ServerStatus.Same => "as often passed on both sides",
        _ => "no check applied",
    };
}
