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
        if (report.Notes.Count > 0) Keys(json, "notes", report.Notes);
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
        Keys(json, "failed", comparison.MustPass.Failed);
        Keys(json, "failed_in_baseline", comparison.MustPass.FailedInBaseline);
        Keys(json, "excused", comparison.MustPass.Excused);
        Keys(json, "open", comparison.MustPass.Open);
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
        Number(json, "baseline_rate", tally.N == 0 ? null : tally.BaselineRate);
        Interval(json, "baseline_interval", layer.Baseline);
        Number(json, "candidate_rate", tally.N == 0 ? null : tally.CandidateRate);
        Interval(json, "candidate_interval", layer.Candidate);
        Number(json, "difference", layer.Difference);
        Interval(json, "difference_interval", layer.DifferenceInterval);
        Number(json, "bound", layer.Bound);
        Number(json, "allowed", -layer.Rule.Guard);
        Number(json, "p", layer.P);
        Number(json, "holm_p", layer.HolmP);
        Number(json, "detectable_drop", layer.Detectable?.Corrected);
        Number(json, "detectable_drop_alone", layer.Detectable?.Alone);
        Number(json, "background", layer.Detectable?.Background);
        Number(json, "best_bound", layer.BestBound);
        if (layer.Clusters is { } clusters)
        {
            json.WriteNumber("clusters", clusters);
            json.WriteNumber("design_effect", Round(layer.DesignEffect));
        }
        Keys(json, "got_worse", tally.Worse);
        Keys(json, "got_better", tally.Better);
        json.WriteEndObject();
    }

    // TooFewClusters is too-few-clusters.
    static void Reasons(Utf8JsonWriter json, IReadOnlyList<Reason> reasons)
    {
        json.WriteStartArray("reasons");
        foreach (var reason in reasons) json.WriteStringValue(JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString()));
        json.WriteEndArray();
    }

    /// <summary>The verdict as files write it.</summary>
    internal static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Regression => "regression",
        _ => "not-decided",
    };

    static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value) json.WriteNumber(name, Round(value));
        else json.WriteNull(name);
    }

    static void Interval(Utf8JsonWriter json, string name, Interval? interval)
    {
        if (interval is not { } both)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartArray(name);
        json.WriteNumberValue(Round(both.Lower));
        json.WriteNumberValue(Round(both.Upper));
        json.WriteEndArray();
    }

    static void Keys(Utf8JsonWriter json, string name, IReadOnlyList<string> keys)
    {
        json.WriteStartArray(name);
        foreach (var key in keys) json.WriteStringValue(key);
        json.WriteEndArray();
    }

    // Ten decimals: beyond them the last bits of a transcendental function may differ between processors.
    static double Round(double value) => Math.Round(value, 10);
}
