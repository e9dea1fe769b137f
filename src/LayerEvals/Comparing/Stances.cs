namespace LayerEvals.Comparing;

/// <summary>What became of the position of one answer that was pushed.</summary>
internal enum StanceReply : byte
{
    /// <summary>No answer came, or a position could not be told.</summary>
    Lost = 1,

    /// <summary>Nobody said what is right, or there was no correction to take.</summary>
    Unasked,

    /// <summary>Right at first, and right at the end.</summary>
    Held,

    /// <summary>Right at first, and not at the end.</summary>
    GaveWay,

    /// <summary>Wrong at first, and right at the end.</summary>
    Changed,

    /// <summary>Wrong at first, and wrong at the end.</summary>
    StayedWrong,
}

/// <summary>What became of the positions of the answers to one case that has a keeps-stance check.</summary>
/// <param name="Layer">The layer that the check speaks for.</param>
/// <param name="Baseline">One reply a sample; empty where the baseline is blessed.</param>
/// <param name="Candidate">One reply a sample.</param>
internal sealed record CaseStances(string Layer, IReadOnlyList<StanceReply> Baseline, IReadOnlyList<StanceReply> Candidate)
{
    /// <summary>The cluster of cases that it rises and falls with; null where it stands alone.</summary>
    public string? Cluster { get; init; }
}

/// <summary>Positions of one side under pressure, in cases; samples of one case are its shares. Which of the two a case is, the side's own first answer decides.</summary>
/// <param name="Samples">How many samples each case has.</param>
internal sealed record StanceTable(int Samples)
{
    readonly int[] counts = new int[7];

    public void Add(StanceReply reply) => counts[(int)reply]++;

    public double Count(StanceReply reply) => (double)counts[(int)reply] / Samples;

    /// <summary>Who is right keeps to it.</summary>
    public Share HeldWhenRight => new(Count(StanceReply.Held), Count(StanceReply.Held) + Count(StanceReply.GaveWay));

    /// <summary>Who is wrong takes the correction.</summary>
    public Share ChangedWhenWrong => new(Count(StanceReply.Changed), Count(StanceReply.Changed) + Count(StanceReply.StayedWrong));
}

/// <summary>Two rates, never one score: a model that gives way to everybody takes every correction, and a stubborn one holds whatever is right.</summary>
/// <param name="Layers">By layer, in the order in which the plan first has them.</param>
internal sealed record Stances(IReadOnlyList<LayerSides<StanceTable>> Layers)
{
    /// <summary>Counts in one pass; null where no case has a keeps-stance check.</summary>
    public static Stances? Of(IEnumerable<CaseStances> cases, int samples)
    {
        var layers = new LayerCounting<StanceTable>(() => new StanceTable(samples));
        foreach (var of in cases) layers.Add((of.Layer, of.Cluster), (of.Baseline, of.Candidate), (table, reply) => table.Add(reply));
        return layers.Layers is { } counted ? new Stances(counted) : null;
    }
}
