using LayerEvals.Baselines;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;

namespace LayerEvals.Planning;

/// <summary>Holds a blessed baseline against the plan: outcomes are paired with the cases that they were made of, and with no others.</summary>
internal static class BlessedChecks
{
    /// <summary>The baseline; null where the plan has none, or after its problems were reported.</summary>
    public static BlessedBaseline? Read(EvalConfig config, Problems problems)
    {
        if (config.Candidate.Provider == BlessedBaseline.Provider)
            config.File.Error(ProblemIds.Blessed, config.Candidate.Line, $"expected a candidate that can be asked, found `{Printable.Short(config.Candidate.Name, 60)}` with provider: blessed", "name it under `baseline`");
        return config.Baseline is { Provider: BlessedBaseline.Provider, Outcomes: { } outcomes } ? BlessedFile.Read(outcomes with { Problems = problems }) : null;
    }

    public static void Run(BlessedBaseline blessed, EvalConfig config, IReadOnlyList<GoldenCase> cases, Problems problems)
    {
        var file = config.Baseline.Outcomes!; // a blessed baseline was read from it
        if (blessed.Samples != config.Samples)
            config.File.Error(ProblemIds.BlessedCases, config.Baseline.Line, $"expected samples: {blessed.Samples} as in {file.Shown}, found {config.Samples}", $"write samples: {blessed.Samples}");
        foreach (var golden in cases)
        {
            if (!blessed.Cases.TryGetValue(golden.Key, out var found))
                problems.Add(new Problem(ProblemIds.BlessedCases, golden.File, golden.Line, $"expected a blessed outcome of `{golden.Key}` in {file.Shown}, found none: the case is newer than the baseline", "take the case out of `golden` until a baseline has it, or bless a run that has it"));
            else if (Edited(golden, found) is { } edited)
                problems.Add(new Problem(ProblemIds.BlessedCases, golden.File, golden.Line, $"expected `{golden.Key}` as it was blessed in {file.Shown}:{found.Line}, found {edited} edited", "restore the case, or bless a run of the edited one: outcomes of another case are no baseline"));
        }
        var planned = cases.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in blessed.Cases.Values.Where(c => !planned.Contains(c.Key)))
            file.Error(ProblemIds.BlessedCases, gone.Line, $"expected the blessed case `{Printable.Short(gone.Key, 80)}` in the plan, found none", "restore the case, or remove this line, so that a review sees it go");
    }

    static string? Edited(GoldenCase golden, BlessedCase blessed) =>
        golden.AskedHash != blessed.AskedHash ? "what is asked" : golden.ExpectedHash != blessed.ExpectedHash ? "what is expected" : null;
}
