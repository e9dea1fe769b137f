using LayerEvals.Comparing.Statistics;
using LayerEvals.Configs.Pins;

namespace LayerEvals.Reporting;

/// <summary>What the answers of a side took: tokens, cost, latency; and which models answered. Retries are left out, so that both sides count the same askings.</summary>
internal sealed class SideNumbers(ModelConfiguration side)
{
    readonly List<double> latencies = [];
    readonly List<double> tokens = [];
    readonly List<double> costs = [];
    readonly SortedDictionary<string, int> models = new(StringComparer.Ordinal);

    public ModelConfiguration Side => side;

    public int Answers { get; private set; }

    public int Errors { get; private set; }

    /// <summary>Answers that ended at the token limit.</summary>
    public int CutOff { get; private set; }

    /// <summary>Tokens sent, of the answers whose vendor counted them.</summary>
    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    /// <summary>Milliseconds, in order of the cases; none where no clock was read.</summary>
    public IReadOnlyList<double> Latencies => latencies;

    /// <summary>Tokens received, an answer each.</summary>
    public IReadOnlyList<double> Tokens => tokens;

    /// <summary>USD, an answer each; none without a price.</summary>
    public IReadOnlyList<double> Costs => costs;

    /// <summary>The model ids that came back, with how many answers each gave.</summary>
    public IReadOnlyDictionary<string, int> Models => models;

    /// <summary>The ids that are not of the pinned model.</summary>
    public IEnumerable<string> Others => models.Keys.Where(id => !Pin.Holds(side, id));

    /// <summary>Answers that came from another model than the one that was asked for.</summary>
    public int FromOthers => Others.Sum(id => models[id]);

    public double? Cost => costs.Count == 0 ? null : costs.Sum();

    public double? Latency(double share) => Quantile.Of(latencies, share);

    public void Add(Answer answer)
    {
        if (!answer.Came)
        {
            Errors++;
            return;
        }
        Answers++;
        if (answer.FinishReason == "length") CutOff++;
        if (answer.Model is { } model) models[model] = models.GetValueOrDefault(model) + 1;
        if (answer.LatencyMs > 0) latencies.Add(answer.LatencyMs);
        if (answer.Usage is { } usage) Add(usage);
    }

    void Add(TokenUsage usage)
    {
        InputTokens += usage.Input;
        OutputTokens += usage.Output;
        tokens.Add(usage.Output);
        if (side.Price is { } price) costs.Add(LayerEvals.Answering.Spending.Cost.Of(price, usage));
    }
}
