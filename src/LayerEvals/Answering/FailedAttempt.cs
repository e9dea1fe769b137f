namespace LayerEvals;

/// <summary>One attempt of an asking that failed.</summary>
/// <param name="AfterMs">Milliseconds from the start of the asking until the attempt failed.</param>
/// <param name="Error">Why it failed.</param>
public sealed record FailedAttempt(double AfterMs, string Error);
