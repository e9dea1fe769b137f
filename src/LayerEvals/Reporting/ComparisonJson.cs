using System.Text.Json;
using LayerEvals.Comparing;
using LayerEvals.Runs;

namespace LayerEvals.Reporting;

/// <summary>Writes comparison.json: the verdict and, per layer and overall, every number that it rests on.</summary>
internal static class ComparisonJson
{
    public static void Write(Report report, Stream stream)
    {
        var comparison = report.Comparison;
        using var json = new Utf8JsonWriter(stream, ReportJson.Indented);
        json.WriteStartObject();
        json.WriteString("format", "comparison-1");
        json.WriteString("name", report.Config.Name);
        json.WriteString("baseline", report.Config.Baseline.Name);
        json.WriteString("candidate", report.Config.Candidate.Name);
        json.WriteString("verdict", Word(comparison.Verdict));
        json.WriteString("sentence", comparison.Sentence);
        if (report.Result.Notes.Count > 0) ReportJson.Texts(json, "notes", report.Result.Notes);
        json.WriteNumber("cases", comparison.Coverage.Planned);
        json.WriteNumber("ran", comparison.Coverage.Ran);
        if (comparison.Coverage.Look is { } look) RunManifest.WriteLook(json, look);
        json.WriteNumber("samples", comparison.Samples);
        Reasons(json, comparison.Reasons);
        json.WriteString("rule", "paired-v1");
        json.WritePropertyName("gate");
        GateJson.Write(json, comparison.Gate);
        json.WriteStartObject("must_pass");
        json.WriteNumber("cases", comparison.MustPass.Cases);
        ReportJson.Texts(json, "failed", comparison.MustPass.Failed);
        ReportJson.Texts(json, "failed_in_baseline", comparison.MustPass.FailedInBaseline);
        ReportJson.Texts(json, "excused", comparison.MustPass.Excused);
        ReportJson.Texts(json, "open", comparison.MustPass.Open);
        json.WriteEndObject();
        json.WritePropertyName("overall");
        Write(json, comparison.Overall);
        json.WriteStartArray("layers");
        foreach (var layer in comparison.Layers) Write(json, layer);
        json.WriteEndArray();
        AbstentionJson.Write(json, report);
        RefusalJson.Write(json, report);
        StanceJson.Write(json, report);
        SplitSection.Write(json, report);
        NoiseJson.Write(json, report);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, LayerComparison layer)
    {
        var tally = layer.Tally;
        json.WriteStartObject();
        json.WriteString("layer", layer.Layer);
        json.WriteString("verdict", Word(layer.Verdict));
        json.WriteString("sentence", layer.Sentence);
        Reasons(json, layer.Reasons);
        json.WriteNumber("n", tally.N);
        json.WriteNumber("b", tally.Regressions);
        json.WriteNumber("c", tally.Fixes);
        json.WriteNumber("both_passed", tally.BothPassed);
        json.WriteNumber("both_failed", tally.BothFailed);
        json.WriteNumber("errored", tally.Errored);
        json.WriteNumber("unscored", tally.Unscored);
        ReportJson.Number(json, "baseline_rate", tally.N == 0 ? null : tally.BaselineRate);
        ReportJson.Interval(json, "baseline_interval", layer.Baseline);
        ReportJson.Number(json, "candidate_rate", tally.N == 0 ? null : tally.CandidateRate);
        ReportJson.Interval(json, "candidate_interval", layer.Candidate);
        ReportJson.Number(json, "difference", layer.Difference);
        ReportJson.Interval(json, "difference_interval", layer.DifferenceInterval);
        ReportJson.Number(json, "bound", layer.Bound);
        ReportJson.Number(json, "allowed", -layer.Rule.Guard);
        ReportJson.Number(json, "p", layer.P);
        ReportJson.Number(json, "holm_p", layer.HolmP);
        ReportJson.Number(json, "detectable_drop", layer.Detectable?.Corrected);
        ReportJson.Number(json, "detectable_drop_alone", layer.Detectable?.Alone);
        ReportJson.Number(json, "background", layer.Detectable?.Background);
        ReportJson.Number(json, "best_bound", layer.BestBound);
        if (layer.Clusters is { } clusters)
        {
            json.WriteNumber("clusters", clusters);
            ReportJson.Number(json, "design_effect", layer.DesignEffect);
        }
        ReportJson.Texts(json, "got_worse", tally.Worse);
        ReportJson.Texts(json, "got_better", tally.Better);
        json.WriteEndObject();
    }

    // TooFewClusters is too-few-clusters.
    static void Reasons(Utf8JsonWriter json, IReadOnlyList<Reason> reasons) =>
        ReportJson.Texts(json, "reasons", reasons.Select(reason => JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString())));

    /// <summary>The verdict as files write it.</summary>
    internal static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Regression => "regression",
        _ => "not-decided",
    };
}
