using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting;

/// <summary>What a person who has to decide asks first, each answered in a line: may it ship, which layer, how sure, how many cases, what to do.</summary>
internal sealed record FiveAnswers(string May, string Where, string Sure, string Cases, string Todo)
{
    public static FiveAnswers Of(Report report) => new(MayOf(report), WhereOf(report), SureOf(report.Comparison), CasesOf(report.Comparison), TodoOf(report));

    static string MayOf(Report report) => report.Comparison.Verdict switch
    {
        Verdict.Pass => $"Yes: {report.Config.Candidate.Name} may replace {report.Config.Baseline.Name}.",
        Verdict.Regression => $"No: {report.Config.Candidate.Name} is worse than the gate allows.",
        _ => "Not on this evidence: nothing is decided either way.",
    };

    static string WhereOf(Report report)
    {
        var comparison = report.Comparison;
        var named = comparison.Layers.Where(l => l.Verdict == comparison.Verdict).Select(l => LayerSentence.Short(l.Title)).ToList();
        return comparison.Verdict switch
        {
            Verdict.Pass => "None: every layer is within its guard.",
            Verdict.Regression => named.Count == 0 ? "No single one: it shows overall." : $"{string.Join(", ", named)} regressed.",
            _ => named.Count == 0 ? "No single one." : $"Not decided: {string.Join(", ", named)}.",
        };
    }

    static string SureOf(Comparison comparison)
    {
        var confidence = $"{Numerals.Plain(Math.Round(comparison.Gate.Confidence * 100, 8))} %";
        var shown = Weightiest(comparison);
        if (shown.DifferenceInterval is not { } interval) return "Not at all: there is nothing to compare.";
        var drop = $"{Numerals.Points(shown.Difference)} points, {confidence} interval {Numerals.Points(interval.Lower)} to {Numerals.Points(interval.Upper)}";
        return comparison.Verdict switch
        {
            Verdict.Pass => $"A drop larger than {Numerals.Fixed(Math.Max(0, -shown.Bound!.Value) * 100, 1)} points is ruled out at {confidence} confidence.",
            Verdict.Regression when comparison.MustPass.Failed.Count > 0 => $"Certain: {Numerals.Count(comparison.MustPass.Failed.Count, "must-pass case")} failed at every attempt.",
            Verdict.Regression => $"{drop}; {LayerSentence.Holm(shown)}.",
            _ => $"{drop}: that neither shows a regression nor rules one out.",
        };
    }

    /// <summary>What the verdict rests on: the shown layer with the smallest p, else the open one, else overall.</summary>
    static LayerComparison Weightiest(Comparison comparison) => comparison.Verdict switch
    {
        Verdict.Pass => comparison.Overall,
        Verdict.Regression => comparison.Layers.Where(l => l.Verdict == Verdict.Regression).MinBy(l => l.HolmP ?? 1) ?? comparison.Overall,
        _ when comparison.Overall.Verdict == Verdict.NotDecided => comparison.Overall,
        _ => comparison.Layers.FirstOrDefault(l => l.Verdict == Verdict.NotDecided) ?? comparison.Overall,
    };

    static string CasesOf(Comparison comparison)
    {
        var (coverage, overall) = (comparison.Coverage, comparison.Overall.Tally);
        var samples = comparison.Samples > 1 ? $", {comparison.Samples} samples each" : "";
        return $"{coverage.Ran} of {Numerals.Count(coverage.Planned, "case")} ran{samples}: {LayerSentence.Lists(overall)}.";
    }

    static string TodoOf(Report report)
    {
        var comparison = report.Comparison;
        if (comparison.Verdict == Verdict.Pass) return comparison.Overall.Tally.Worse.Count is > 0 and var worse ? $"Ship it. Read the {Numerals.Count(worse, "case")} that got worse." : "Ship it.";
        if (comparison.MustPass.Failed.Count > 0) return $"Keep {report.Config.Baseline.Name}. First the must-pass {(comparison.MustPass.Failed.Count == 1 ? "case" : "cases")}.";
        if (comparison.Verdict == Verdict.NotDecided) return $"Keep {report.Config.Baseline.Name}. The sentences below say what would decide it.";
        var lean = comparison.Layers.Where(l => l.Verdict == Verdict.Regression).Select(l => report.LayerOf(l.Layer).Lean).Where(l => l.Length > 0).ToList();
        return lean.Count == 0 ? $"Keep {report.Config.Baseline.Name}." : $"Keep {report.Config.Baseline.Name}. Lean toward {string.Join("; then ", lean)}.";
    }
}
