using LayerEvals.Comparing;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Reporting;
using Xunit;

namespace LayerEvals.Session;

/// <summary>The gates: tests of their own that the framework runs last. Filters cannot remove them, because they are made when the rows are done.</summary>
[TestCaseOrderer(typeof(OrderOfGates))]
public static class GateTests
{
    const int MostCases = 20;

    internal const string PlanGate = "plan";

    /// <summary>The gates of a session: one for the plan when it was refused, else one a layer and one overall.</summary>
    internal static IReadOnlyList<string> Names(EvalSession session) => session.Result is { } result
        ? [.. result.Comparison.Layers.Select(l => l.Layer), Comparer.OverallId]
        : [PlanGate];

    /// <summary>Judges one gate; called by the framework.</summary>
    /// <param name="gate">The layer's id, <c>overall</c> or <c>plan</c>.</param>
    public static void Gate(string gate)
    {
        var session = EvalSession.Current ?? throw new InvalidOperationException("expected to run under the test framework of LayerEvals");
        if (session.Refused is { } refused) throw new GateFailed(refused.Message);
        var result = session.Result ?? throw new GateFailed("The run has no result: it was stopped before its end.");
        var comparison = result.Comparison;
        var overall = gate == Comparer.OverallId;
        var layer = overall ? comparison.Overall : comparison.Layers.First(l => l.Layer == gate);
        if (session.IsNarrowed) throw new RowSkipped(Narrowed(session.Plan, comparison.Coverage));

        // Rows that should have run and did not are missing evidence: of a layer too.
        var whole = overall || !comparison.IsJudged;
        var verdict = whole ? comparison.Verdict : layer.Verdict;
        var sentence = whole ? comparison.Sentence : layer.Sentence;
        if (overall)
            foreach (var warning in session.Plan.Warnings.Select(w => w.ToString()).Concat(session.SummaryKept is { } kept ? [kept] : [])) TestContext.Current.AddWarning(warning);
        switch (verdict)
        {
            case Verdict.Regression:
                throw new GateFailed(Message(session, layer, sentence));
            case Verdict.NotDecided when comparison.Gate.FailsWhenNotDecided:
                throw new GateFailed($"{sentence}\nThe gate says on-not-decided: fail.\n{Rates(session, layer)}\nReport: {session.Show(result.ReportHtml)}");
            case Verdict.NotDecided:
                throw new RowSkipped(sentence);
            default:
                TestContext.Current.TestOutputHelper?.WriteLine($"{sentence}\n{Rates(session, layer)}");
                break;
        }
    }

    static string Narrowed(Plan plan, Coverage coverage) =>
        coverage.Ran == coverage.Planned ? "not decided: tests of these cases were left out"
        : $"not decided: {coverage.Ran} of {Numerals.Count(coverage.Planned, "case")} ran" + (plan.Shard.IsWhole ? "" : $" (shard {plan.Shard})");

    static string Message(EvalSession session, LayerComparison layer, string sentence)
    {
        var result = session.Result!;
        var lines = new List<string> { sentence, Rates(session, layer) };
        if (session.Plan.Config.Layers.FirstOrDefault(l => l.Id == layer.Layer)?.Lean is { Length: > 0 } lean) lines.Add($"Lean toward {Printable.Line(lean)}.");
        if (layer.IsOverall) Cases(lines, "Must-pass cases that failed", result.MustFailed, layer);
        Cases(lines, "Got worse", [.. result.Worse.Where(w => layer.IsOverall || w.Layers.Contains(layer.Layer))], layer);
        lines.Add($"Report: {session.Show(result.ReportHtml)}");
        return string.Join('\n', lines);
    }

    static void Cases(List<string> lines, string title, IReadOnlyList<ChangedCase> cases, LayerComparison layer)
    {
        if (cases.Count == 0) return;
        lines.Add($"{title}:");
        foreach (var changed in cases.Take(MostCases))
        {
            var failed = changed.Failed.FirstOrDefault(f => layer.IsOverall || f.Layer == layer.Layer);
            lines.Add($"  {changed.Case.Key}: {Printable.Short(failed is null ? "" : $"{failed.Check}: {failed.Reason}", 160)}");
            lines.Add($"    {changed.Rerun}");
        }
        if (cases.Count > MostCases) lines.Add($"  and {cases.Count - MostCases} more, in the report");
    }

    static string Rates(EvalSession session, LayerComparison layer) => layer.Baseline is null ? "Nothing was scored." :
        $"{session.Plan.Config.Baseline.Name} {MarkdownReport.Rate(layer.Tally.BaselineRate, layer.Baseline)}, {session.Plan.Config.Candidate.Name} {MarkdownReport.Rate(layer.Tally.CandidateRate, layer.Candidate)}, difference {MarkdownReport.Difference(layer)} points, n {layer.Tally.N}";
}
