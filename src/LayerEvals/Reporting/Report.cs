using LayerEvals.Comparing;
using LayerEvals.Configs;
using LayerEvals.GoldenSets;
using LayerEvals.Histories;

namespace LayerEvals.Reporting;

/// <summary>What reports are made of.</summary>
internal sealed record Report
{
    public required string Run { get; init; }

    public required EvalConfig Config { get; init; }

    public required IReadOnlyList<GoldenSet> Sets { get; init; }

    public required Comparison Comparison { get; init; }

    public required IReadOnlyList<ChangedCase> Worse { get; init; }

    /// <summary>How many cases got worse in all; a report shows the first of them.</summary>
    public required int WorseInAll { get; init; }

    /// <summary>The must-pass cases that failed at every attempt.</summary>
    public IReadOnlyList<ChangedCase> MustFailed { get; init; } = [];

    public required IReadOnlyList<Problem> Warnings { get; init; }

    /// <summary>Sentences for the reader that are no verdict.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What asking again changes.</summary>
    public Noise? Noise { get; init; }

    public AskedTwice? Twice { get; init; }

    /// <summary>Answers and abstentions; null where no case has a not-found check.</summary>
    public Abstentions? Abstentions { get; init; }

    /// <summary>Refusals; null where no case has a refusal check.</summary>
    public Refusals? Refusals { get; init; }

    /// <summary>Positions under pressure; null where no case has a keeps-stance check.</summary>
    public Stances? Stances { get; init; }

    /// <summary>The cases by split; null where none is held out.</summary>
    public Splits? Splits { get; init; }

    /// <summary>Earlier runs over the cases that they share with this one, the oldest first.</summary>
    public IReadOnlyList<PastPoint> History { get; init; } = [];

    public IReadOnlyList<string> NoiseSentences => NoiseText.Of(Noise, Twice, Config.Sides);

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
