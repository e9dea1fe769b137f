namespace LayerEvals;

/// <summary>What a check says of an answer. No value is ever converted into another, and there is no default.</summary>
public enum Outcome
{
    /// <summary>The answer does what the check asks.</summary>
    Passed = 1,

    /// <summary>It does not.</summary>
    Failed,

    /// <summary>The check asks nothing of this answer; not counted.</summary>
    NotApplicable,

    /// <summary>The check should speak and cannot.</summary>
    Unscored,

    /// <summary>No answer came, or a check crashed.</summary>
    Errored,
}

/// <summary>The outcome of one check on one answer, with its reason and evidence.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reason">Why, in one line; null when it passed.</param>
/// <param name="Evidence">The words of the answer that show it; null where there are none.</param>
public sealed record Finding(Outcome Outcome, string? Reason = null, string? Evidence = null)
{
    /// <summary>What a check of several parts says of each; empty for a check of one. Two findings are equal only when these are the same list.</summary>
    public IReadOnlyList<FindingPart> Parts { get; init; } = [];

    /// <summary>The answer does what the check asks.</summary>
    public static Finding Pass { get; } = new(Outcome.Passed);

    /// <summary>The answer does not do what the check asks.</summary>
    public static Finding Fail(string reason, string? evidence = null) => new(Outcome.Failed, reason, evidence);

    /// <summary>The check asks nothing of this answer.</summary>
    public static Finding NotApplicable(string reason) => new(Outcome.NotApplicable, reason);

    /// <summary>The check should speak and cannot.</summary>
    public static Finding Unscored(string reason) => new(Outcome.Unscored, reason);

    /// <summary>No answer came, or the check crashed.</summary>
    public static Finding Error(string reason) => new(Outcome.Errored, reason);

    /// <summary>The check itself threw, declared or in code.</summary>
    internal static Finding Crash(Exception e) => Error($"the check crashed: {e.GetType().Name}: {Printable.Short(e.Message, 300)}");
}
