using LayerEvals.Answering;
using LayerEvals.Answering.Faults;
using LayerEvals.Answering.Recordings;
using LayerEvals.Answering.Spending;
using LayerEvals.Baselines;
using LayerEvals.Configs;
using LayerEvals.GoldenSets;
using LayerEvals.Scoring.Schemas;

namespace LayerEvals.Planning;

/// <summary>Cases, configurations and samples, checked: what a run will ask. Nothing in it was asked yet.</summary>
internal sealed record Plan
{
    public required EvalConfig Config { get; init; }

    /// <summary>The rule of the verdict, complete: fixed here, before the first call.</summary>
    public required Gate Gate { get; init; }

    public required IReadOnlyList<GoldenSet> Sets { get; init; }

    /// <summary>The cases of this shard in the order of sets and files: the order of every record and report.</summary>
    public required IReadOnlyList<GoldenCase> Cases { get; init; }

    /// <summary>How many cases the whole plan has, all shards together.</summary>
    public required int CasesOfAllShards { get; init; }

    public required IReadOnlyList<Prompts> Prompts { get; init; }

    /// <summary>How each side is asked; null for a side that is not.</summary>
    public required IReadOnlyList<Attempt?> Attempts { get; init; }

    /// <summary>What the sides that are asked share limits by; null of a plan that is read from a run.</summary>
    public Deployments? Deployments { get; init; }

    /// <summary>The schemas that the cases' checks name.</summary>
    public SchemaFiles Schemas { get; init; } = new();

    /// <summary>The outcomes that stand for the baseline's; null where the baseline is asked.</summary>
    public BlessedBaseline? Blessed { get; init; }

    /// <summary>Earlier runs and blessed baselines, the oldest first.</summary>
    public IReadOnlyList<BlessedBaseline> History { get; init; } = [];

    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>The hash of everything that the run depends on: equal plans ask the same and judge the same. All shards of a plan have one.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Warnings that the reader should see; errors refuse a plan.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    /// <summary>Sentences for the reader of the report: where a side comes from, when it was recorded.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether both sides are one configuration, asked twice.</summary>
    public bool IsAskedTwice { get; init; }

    /// <summary>The number of a side's sample in the record: a second asking of one configuration counts on after the first.</summary>
    public int NumberOf(int side, int sample) => IsAskedTwice && side == 1 ? Config.Samples + sample : sample;

    /// <summary>The cases in the order of asking: shuffled by the configuration's seed, so that no set has the worst hour to itself; with looks each holds its share of every set.</summary>
    public IReadOnlyList<GoldenCase> AskingOrder()
    {
        if (Gate.Looks > 1) return LookOrder.Of(Cases, Gate.Looks, Config.Seed);
        var order = Cases.ToArray();
        new Random(Config.Seed).Shuffle(order);
        return order;
    }

    /// <summary>The recordings that answers are taken from or go to; null where none are used.</summary>
    public RecordingFolder? Recordings { get; init; }

    /// <summary>What the run may cost; null for no limit.</summary>
    public Budget? Budget { get; init; }

    /// <summary>What a side is asked, by the number of the sample from 1.</summary>
    public Asking Asking(GoldenCase golden, int side, int sample) => new(golden, Config.Sides[side], NumberOf(side, sample), Messages(golden, side), Schema(golden, side));

    /// <summary>The messages that a side is sent for a case.</summary>
    public IReadOnlyList<GoldenTurn> Messages(GoldenCase golden, int side) => Rendering.Of(golden, Prompts[side][golden.Prompt]);

    /// <summary>The schema that a side is offered for a case; null where it is offered none.</summary>
    public ResponseSchema? Schema(GoldenCase golden, int side) => ResponseFormats.AreOffered(Config.Sides[side]) ? ResponseSchema.Of(golden.Checks, Schemas) : null;
}
