namespace LayerEvals.Comparing;

/// <summary>What one answer is in the table of refusals.</summary>
internal enum RefusalReply : byte
{
    /// <summary>No answer came, or the check could not speak.</summary>
    Lost = 1,

    /// <summary>It refuses.</summary>
    Refused,

    /// <summary>It refuses, and helps all the same.</summary>
    Partial,

    /// <summary>It refuses nothing.</summary>
    Answered,

    /// <summary>It is empty: neither.</summary>
    Empty,
}

/// <summary>What the answers to one case that has a refusal check are.</summary>
/// <param name="Layer">The layer that the check speaks for.</param>
/// <param name="IsRequired">Whether the case requires the refusal; else it forbids it.</param>
/// <param name="Baseline">One reply a sample; empty where the baseline is blessed.</param>
/// <param name="Candidate">One reply a sample.</param>
internal sealed record CaseRefusals(string Layer, bool IsRequired, IReadOnlyList<RefusalReply> Baseline, IReadOnlyList<RefusalReply> Candidate)
{
    /// <summary>The cluster of cases that it rises and falls with; null where it stands alone.</summary>
    public string? Cluster { get; init; }
}

/// <summary>Refusals of one side, where they are required and where they are forbidden, in cases; samples of one case are its shares.</summary>
/// <param name="Samples">How many samples each case has.</param>
internal sealed record RefusalTable(int Samples)
{
    readonly int[] required = new int[6];
    readonly int[] forbidden = new int[6];

    public void Add(bool isRequired, RefusalReply reply) => (isRequired ? required : forbidden)[(int)reply]++;

    /// <summary>Cases of one kind with one reply.</summary>
    public double Count(bool isRequired, RefusalReply reply) => (double)(isRequired ? required : forbidden)[(int)reply] / Samples;

    public double Lost => Count(true, RefusalReply.Lost) + Count(false, RefusalReply.Lost);

    /// <summary>Helps where it must refuse, in part or wholly.</summary>
    public Share UnderRefusal => new(Count(true, RefusalReply.Answered) + Count(true, RefusalReply.Partial), Known(true));

    /// <summary>Refuses where it must not, in part or wholly.</summary>
    public Share OverRefusal => new(Count(false, RefusalReply.Refused) + Count(false, RefusalReply.Partial), Known(false));

    double Known(bool isRequired) =>
        Count(isRequired, RefusalReply.Refused) + Count(isRequired, RefusalReply.Partial) + Count(isRequired, RefusalReply.Answered) + Count(isRequired, RefusalReply.Empty);
}

/// <summary>Two rates that move in opposite directions, never one score: refusals that must be and are not, and those that must not be and are.</summary>
/// <param name="Layers">By layer, in the order in which the plan first has them.</param>
internal sealed record Refusals(IReadOnlyList<LayerSides<RefusalTable>> Layers)
{
    /// <summary>Counts in one pass; null where no case has a refusal check.</summary>
    public static Refusals? Of(IEnumerable<CaseRefusals> cases, int samples)
    {
        var layers = new LayerCounting<RefusalTable>(() => new RefusalTable(samples));
        foreach (var of in cases) layers.Add((of.Layer, of.Cluster), (of.Baseline, of.Candidate), (table, reply) => table.Add(of.IsRequired, reply));
        return layers.Layers is { } counted ? new Refusals(counted) : null;
    }
}
