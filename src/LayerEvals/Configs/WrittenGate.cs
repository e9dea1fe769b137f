namespace LayerEvals.Configs;

/// <summary>The gate as the configuration writes it, in shares; null where it leaves the choice to the defaults by size.</summary>
internal sealed record WrittenGate
{
    public double? Margin { get; init; }

    public double? Guard { get; init; }

    public double Confidence { get; init; } = 0.95;

    public double MaxUnscored { get; init; } = 0.02;

    public bool FailsWhenNotDecided { get; init; } = true;

    public int Looks { get; init; } = 1;

    public double? MinPassRate { get; init; }

    /// <summary>What is written of single layers, by id.</summary>
    public IReadOnlyDictionary<string, WrittenLayerRule> Layers { get; init; } = new Dictionary<string, WrittenLayerRule>();

    /// <summary>
    /// The gate of a plan of this size. What is not written is 5 points of margin, and 3 from 700 cases; a guard of 20 points, and 10 in a layer with 100 cases or
    /// with cases of high risk (STATISTICS 2.6, "Defaults").
    /// </summary>
    public Gate For(PlanSize size)
    {
        var margin = Margin ?? (size.Cases >= 700 ? 0.03 : 0.05);
        var guard = Guard ?? 0.20;
        var known = size.Layers.Keys.Concat(Layers.Keys).Distinct(StringComparer.Ordinal);
        return new Gate
        {
            Margin = margin,
            Guard = guard,
            Confidence = Confidence,
            MaxUnscored = MaxUnscored,
            FailsWhenNotDecided = FailsWhenNotDecided,
            Looks = Looks,
            MinPassRate = MinPassRate,
            Layers = known.ToDictionary(layer => layer, Rule, StringComparer.Ordinal),
        };

        LayerRule Rule(string layer)
        {
            var written = Layers.GetValueOrDefault(layer) ?? new WrittenLayerRule(null, null, null);
            var layerSize = size.Layers.GetValueOrDefault(layer);
            var bySize = layerSize.Cases >= 100 || layerSize.IsHighRisk ? 0.10 : 0.20;
            return new LayerRule(written.Margin ?? margin, written.Guard ?? Guard ?? bySize, written.MinPassRate);
        }
    }
}

/// <summary>What the configuration writes of one layer.</summary>
internal sealed record WrittenLayerRule(double? Margin, double? Guard, double? MinPassRate);

/// <summary>How large a plan is, all shards together: what the gate's defaults depend on.</summary>
/// <param name="Cases">All cases.</param>
/// <param name="Layers">Per layer that declared checks touch, its cases and whether a set of high risk has some of them.</param>
internal sealed record PlanSize(int Cases, IReadOnlyDictionary<string, LayerSize> Layers);

/// <summary>How many cases touch a layer, and whether some of them belong to a set of high risk.</summary>
internal readonly record struct LayerSize(int Cases, bool IsHighRisk);
