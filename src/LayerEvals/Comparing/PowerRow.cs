using LayerEvals.Comparing.Statistics;
using LayerEvals.Configs;

namespace LayerEvals.Comparing;

/// <summary>What a power is computed for.</summary>
/// <param name="Discordance">The share of cases that change either way although nothing did.</param>
/// <param name="Power">The chance that is asked for.</param>
/// <param name="Samples">Askings of each case: chance between askings is averaged over them (STATISTICS 1.5).</param>
internal sealed record PowerAssumption(double Discordance = 0.05, double Power = 0.80, int Samples = 1)
{
    /// <summary>The discordance of per-case means.</summary>
    public double OfMeans => Discordance / Samples;
}

/// <summary>What so many cases can show of one layer or of the whole, before anything is asked (STATISTICS 2.6 and 2.7).</summary>
internal sealed record PowerRow
{
    // More is dearer than more cases in any suite, and tells nothing of other questions.
    const int MostSamples = 10;

    /// <summary>The layer's id; <c>overall</c> for all.</summary>
    public required string Layer { get; init; }

    public required int Cases { get; init; }

    /// <summary>The margin (overall) or the guard (a layer), a share.</summary>
    public required double Allowed { get; init; }

    /// <summary>The smallest drop that is shown when the layer comes first in Holm's order of all hypotheses; null where none is.</summary>
    public required double? Detects { get; init; }

    /// <summary>The smallest drop that would be shown if this were the only question; null where none is.</summary>
    public required double? DetectsAlone { get; init; }

    /// <summary>The drop that stays possible even when no case changes.</summary>
    public required double StaysPossible { get; init; }

    /// <summary>The chance to rule out the allowed drop when nothing changed.</summary>
    public required double ChanceToRuleOut { get; init; }

    /// <summary>The cases to add for the chance that was asked for: 0 where there are enough, null beyond a million.</summary>
    public required int? MoreCases { get; init; }

    /// <summary>The askings of each case that would do instead, at most 10, where the discordance is chance between askings; null where none would or none need.</summary>
    public required int? SamplesInstead { get; init; }

    public bool IsOverall => Layer == Comparer.OverallId;

    public static PowerRow Of(string layer, int cases, int hypotheses, (Gate Gate, PowerAssumption Assumed) rule)
    {
        var (gate, assumed) = rule;
        var alpha = 1 - gate.Confidence;
        var allowed = layer == Comparer.OverallId ? gate.Margin : gate.RuleOf(layer).Guard;
        var chance = new PassChance(allowed, gate.Confidence, assumed.Discordance);
        var more = chance.MoreThan(cases, assumed.Power, assumed.Samples);
        return new PowerRow
        {
            Layer = layer,
            Cases = cases,
            Allowed = allowed,
            Detects = DetectableDrop.Of(cases, alpha / hypotheses, assumed.OfMeans, assumed.Power),
            DetectsAlone = DetectableDrop.Of(cases, alpha, assumed.OfMeans, assumed.Power),
            StaysPossible = chance.StaysPossible(cases, assumed.Samples),
            ChanceToRuleOut = chance.Of(cases, assumed.Samples),
            MoreCases = more,
            SamplesInstead = more == 0 ? null : MoreSamples(chance, cases, assumed),
        };

        static int? MoreSamples(PassChance chance, int cases, PowerAssumption assumed)
        {
            for (var k = assumed.Samples + 1; k <= MostSamples; k++)
                if (chance.Of(cases, k) >= assumed.Power) return k;
            return null;
        }
    }
}
