namespace LayerEvals.Comparing;

/// <summary>A case that was not asked yet.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Layers">The layers of its checks.</param>
/// <param name="IsMust">Whether something of it must pass: a Pass without it would be a pass without evidence.</param>
internal sealed record Unasked(string Key, IReadOnlyList<string> Layers, bool IsMust);

/// <summary>Whether a look ends the asking. Pure: results in, decision out (STATISTICS 1.9, 2.8).</summary>
internal static class Looks
{
    /// <summary>
    /// Asking ends when the gate, at the look's level, says Regression, or Pass while nothing that must pass is left to ask, and when no answer to the remaining cases could make it say either at the last look.
    /// </summary>
    /// <param name="look">The look.</param>
    /// <param name="done">The cases that were asked.</param>
    /// <param name="remaining">The cases that were not.</param>
    /// <param name="frame">What is compared; its coverage is that of the whole plan.</param>
    public static bool Ends(Look look, IReadOnlyList<CaseResult> done, IReadOnlyList<Unasked> remaining, ComparisonFrame frame)
    {
        if (look.IsLast) return true;
        var verdict = At(look, done, frame).Verdict;
        if (verdict == Verdict.Regression || verdict == Verdict.Pass && !remaining.Any(r => r.IsMust)) return true;
        var last = look with { Number = look.Of, Cases = frame.Coverage.Planned };
        return !Possible(Verdict.Pass, isBetter: true) && !Possible(Verdict.Regression, isBetter: false);

        // Losses that are lopsided by now may even out.
        bool Possible(Verdict wanted, bool isBetter)
        {
            var comparison = At(last, [.. done, .. remaining.Select(r => Answered(r, isBetter, frame.Samples))], frame);
            return comparison.Verdict == wanted || comparison.Reasons is [Reason.LostLopsided];
        }
    }

    /// <summary>The comparison as the gate judges it at a look.</summary>
    public static Comparison At(Look look, IReadOnlyList<CaseResult> results, ComparisonFrame frame) =>
        Comparer.Compare(results, frame with { Gate = look.At(frame.Gate), Coverage = frame.Coverage with { Ran = results.Count, Look = look } });

    // As far for the candidate, or against it, as a case can go.
    static CaseResult Answered(Unasked golden, bool isBetter, int samples)
    {
        var (passed, failed) = (new Cell(Passed: (ushort)samples, 0, 0, 0), new Cell(0, Failed: (ushort)samples, 0, 0));
        var (baseline, candidate) = isBetter ? (failed, passed) : (passed, failed);
        return new CaseResult(golden.Key, [.. golden.Layers.Select(layer => new LayerCells(layer, baseline, candidate))], baseline, candidate)
        {
            Must = golden.IsMust ? new MustPass(candidate, BaselineFails: false, IsAbsolute: true) : null,
        };
    }
}
