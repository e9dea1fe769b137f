using LayerEvals.Comparing;
using LayerEvals.Configs;
using LayerEvals.Planning;
using LayerEvals.Runs;

namespace LayerEvals.Reporting;

/// <summary>What reports are made of.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Plan">What was asked.</param>
/// <param name="Result">What it came to.</param>
internal sealed record Report(string Run, Plan Plan, RunResult Result)
{
    public EvalConfig Config => Plan.Config;

    public Comparison Comparison => Result.Comparison;

    public IReadOnlyList<string> NoiseSentences => NoiseText.Of(Result.Noise, Result.Twice, Config.Sides);

    public Layer LayerOf(string id) => Config.Layers.First(l => l.Id == id);

    /// <summary>The verdict in words.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "Pass",
        Verdict.Regression => "Regression",
        _ => "Not decided",
    };

    /// <summary>What the interval of a difference is called: samples are averaged per case, and means have another one than counts.</summary>
    public static string IntervalOf(Comparison comparison)
    {
        var kind = comparison.Samples > 1 ? "adjusted t" : "Tango";
        return comparison.Layers.Append(comparison.Overall).Any(l => l.Clusters is not null) ? $"{kind} (counts divided by the design effect of their clusters)" : kind;
    }

    /// <summary>A layer's verdict in words.</summary>
    public static string LayerWord(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "within guard",
        Verdict.Regression => "regressed",
        _ => "not decided",
    };

    /// <summary>One sentence for a layer, with what to lean toward when it failed.</summary>
    public string SentenceOf(LayerComparison layer)
    {
        var lean = layer is { Verdict: Verdict.Regression, IsOverall: false } && LayerOf(layer.Layer).Lean is { Length: > 0 } toward ? $" Lean toward {toward}." : "";
        return layer.Sentence + lean;
    }

    /// <summary>Whether a side is answered by the embedded reader: no language model, and the report says so.</summary>
    public bool UsesEmbeddedReader => Config.Sides.Any(s => s.Provider == "embedded");
}
