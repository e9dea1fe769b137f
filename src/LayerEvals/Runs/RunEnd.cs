using LayerEvals.Comparing;

namespace LayerEvals.Runs;

/// <summary>What is known of a run at its end alone.</summary>
/// <param name="Look">The look that ended it; null where none did.</param>
/// <param name="Returned">Who answered, by side.</param>
/// <param name="Rerun">The command that runs a case again, <c>{case}</c> in place of the case.</param>
/// <param name="Seal">The hashes of what the run can not make again.</param>
internal sealed record RunEnd(Look? Look, IReadOnlyList<Returned> Returned, string? Rerun, RunSeal Seal);
