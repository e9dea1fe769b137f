using LayerEvals.Comparing;
using LayerEvals.Runs;

namespace LayerEvals.Reporting.Servers;

/// <summary>The gates and the cases of a run for build servers: the counts first, then one case after the other, so that none has to be kept.</summary>
internal sealed class ServerCases(Run run, IReadOnlyList<CaseRecord> done, Report report, Func<GoldenCase, string> rerun)
{
    readonly ServerStatus[] statuses = [.. done.Select(r => ServerStatuses.Of(r.Result()))];

    public Report Report => report;

    /// <summary>When the run started, as its manifest says it.</summary>
    public DateTimeOffset Started { get; } = RunManifest.StartedOf(run.Folder.Paths);

    /// <summary>The suites in their order, each with the number of its cases by status.</summary>
    public IEnumerable<(string Suite, IReadOnlyDictionary<ServerStatus, int> Counts)> Suites()
    {
        yield return (ServerCase.Gates, Counted(Gates().Select(g => g.Status)));
        foreach (var set in Enumerable.Range(0, done.Count).GroupBy(i => done[i].Case.Set, StringComparer.Ordinal)) yield return (set.Key, Counted(set.Select(i => statuses[i])));
    }

    /// <summary>The gates, then the cases in the order of the plan.</summary>
    public IEnumerable<ServerCase> All()
    {
        foreach (var gate in Gates()) yield return gate;
        for (var i = 0; i < done.Count; i++) yield return ServerCase.Of(run, done[i], statuses[i], rerun);
    }

    List<ServerCase> Gates()
    {
        var comparison = report.Comparison;
        return [.. comparison.Layers.Select(l => Gate(l.Layer, l.Verdict, l.Sentence)), Gate(Comparer.OverallId, comparison.Verdict, comparison.Sentence)];
    }

    ServerCase Gate(string layer, Verdict verdict, string sentence)
    {
        var status = (verdict, report.Comparison.IsJudged, report.Comparison.Gate.FailsWhenNotDecided) switch
        {
            (_, false, _) => ServerStatus.Errored,
            (Verdict.Pass, _, _) => ServerStatus.Passed,
            (Verdict.Regression, _, _) => ServerStatus.GotWorse,
            (_, _, true) => ServerStatus.NotDecided,
            _ => ServerStatus.Unscored,
        };
        return new ServerCase(ServerCase.Gates, layer, status) { Why = status == ServerStatus.Passed ? "" : sentence, Details = status.IsFailure() ? sentence : "" };
    }

    static Dictionary<ServerStatus, int> Counted(IEnumerable<ServerStatus> statuses) => statuses.GroupBy(s => s).ToDictionary(g => g.Key, g => g.Count());
}
