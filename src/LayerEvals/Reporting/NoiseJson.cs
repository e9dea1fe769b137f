using System.Text.Json;
using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Reporting;

/// <summary>The part of comparison.json that says what asking again changes.</summary>
internal static class NoiseJson
{
    public static void Write(Utf8JsonWriter json, Report report)
    {
        if (report.Result.Twice is { } twice) Write(json, twice);
        if (report.Result.Noise is not { } noise) return;
        json.WriteStartObject("noise");
        Side(json, "baseline", noise.Baseline);
        Side(json, "candidate", noise.Candidate);
        json.WriteStartArray("flaky");
        foreach (var flaky in noise.Flaky)
        {
            json.WriteStartObject();
            json.WriteString("case", flaky.Key);
            Counts(json, "baseline", flaky.Baseline);
            Counts(json, "candidate", flaky.Candidate);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Side(Utf8JsonWriter json, string name, RepeatedSamples? samples)
    {
        if (samples is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("cases", samples.N);
        ReportJson.Number(json, "self_disagreement", samples.SelfDisagreement);
        ReportJson.Number(json, "within", samples.Within);
        ReportJson.Number(json, "between", samples.Between);
        ReportJson.Number(json, "flaky_share", samples.FlakyShare);
        json.WriteEndObject();
    }

    static void Counts(Utf8JsonWriter json, string name, Cell cell)
    {
        json.WriteStartObject(name);
        json.WriteNumber("passed", cell.Passed);
        json.WriteNumber("failed", cell.Failed);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, AskedTwice twice)
    {
        json.WriteStartObject("asked_twice");
        ReportJson.Number(json, "self_disagreement", twice.SelfDisagreement);
        json.WriteStartArray("discordance");
        foreach (var layer in twice.Layers.Append(twice.Overall)) Write(json, layer);
        json.WriteEndArray();
        json.WriteNumber("relabellings", twice.Relabellings);
        json.WriteNumber("regression", twice.Regressions);
        json.WriteNumber("pass", twice.Passes);
        json.WriteNumber("not_decided", twice.NotDecided);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Discordance layer)
    {
        json.WriteStartObject();
        json.WriteString("layer", layer.Layer);
        json.WriteNumber("n", layer.N);
        json.WriteNumber("changed", layer.Changed);
        if (layer.Share is { } share) ReportJson.Interval(json, "interval", share);
        json.WriteEndObject();
    }
}
