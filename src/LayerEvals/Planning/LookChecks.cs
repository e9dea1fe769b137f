using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Planning;

/// <summary>Says before any call where <c>looks</c> cannot be taken.</summary>
internal static class LookChecks
{
    // The boundaries are kept for a one-sided level of .05.
    const double OnlyConfidence = 0.95;

    public static void Run(SourceFile file, EvalConfig config, PlanRequest request)
    {
        if (config.Gate.Looks == 1) return;
        var line = (config.Masked["gate"] as MapNode)?.Entries.FirstOrDefault(e => e.Key == "looks")?.Line ?? 0;
        if (config.Gate.Confidence != OnlyConfidence)
            file.Error(ProblemIds.NoLooks, line, $"expected `confidence: 95` with `looks`, found {Numerals.Plain(config.Gate.Confidence * 100)}: the boundaries of the looks are kept for 95 %", "write confidence: 95, or take `looks` out");
        if (request.GoldenPaths is not null)
            file.Warn(ProblemIds.NoLooks, line, "`looks` is kept by `layerevals run` only: a test project asks every row, and its gate is judged once, at the end", "run the plan with `layerevals run`, or take `looks` out");
        else if (!request.Shard.IsWhole)
            file.Error(ProblemIds.NoLooks, line, $"expected the whole plan for `looks`, found the slice {request.Shard}: a slice alone cannot say whether the others need to be asked", "ask without --shard, or take `looks` out");
    }
}
