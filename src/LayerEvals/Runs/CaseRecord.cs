using System.Collections.Concurrent;
using LayerEvals.Baselines;
using LayerEvals.Comparing;
using LayerEvals.Scoring.Checks;

namespace LayerEvals.Runs;

/// <summary>An outcome of a check written in C#: a primary record, since only the test can make it again.</summary>
/// <param name="Test">The test method that made it: one case can stand in several.</param>
internal sealed record CodeFinding(string Test, int Side, int Sample, string Check, string Layer, Finding Finding);

/// <summary>What is kept of a case after it was asked: outcomes, and where its score lines lie; not its answers.</summary>
internal sealed class CaseRecord(GoldenCase golden)
{
    readonly ConcurrentQueue<CodeFinding> code = new();
    readonly TaskCompletionSource scored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GoldenCase Case => golden;

    /// <summary>The outcomes that stand for the baseline's; null where the baseline is asked.</summary>
    public BlessedCase? Blessed { get; init; }

    /// <summary>The outcomes of the declared checks: [side][sample][check].</summary>
    public Outcome[][][] Declared { get; private set; } = [];

    /// <summary>The outcomes of the declared checks on the candidate's retries where it failed what must pass: [retry][check]. They never enter a comparison's counts.</summary>
    public Outcome[][] Retries { get; private set; } = [];

    /// <summary>What the answers of each side are.</summary>
    public SideKinds[] Kinds { get; private set; } = [new(), new()];

    /// <summary>The time of all askings of the case, both sides together; without retries.</summary>
    public double Milliseconds { get; private set; }

    /// <summary>The lines of scores.jsonl for the declared checks.</summary>
    public Place Lines { get; private set; }

    /// <summary>The same as rows of scores.csv.</summary>
    public Place Rows { get; private set; }

    /// <summary>The outcomes of checks in code, in one order whichever test came first. Those of a run read back name no test and keep their order.</summary>
    public IEnumerable<CodeFinding> Code =>
        code.OrderBy(f => f.Side).ThenBy(f => f.Sample).ThenBy(f => f.Check, StringComparer.Ordinal).ThenBy(f => f.Test, StringComparer.Ordinal);

    /// <summary>Ends when the case is asked and scored.</summary>
    public Task Scored => scored.Task;

    public bool IsScored => scored.Task.IsCompletedSuccessfully;

    /// <summary>The tests whose row of this case threw before its end.</summary>
    public ConcurrentDictionary<string, bool> CutShort { get; } = new(StringComparer.Ordinal);

    public void Complete(CaseScores scores, (Place Lines, Place Rows) written, double milliseconds)
    {
        Milliseconds = milliseconds;
        Declared = scores.Declared;
        Retries = scores.Retries;
        Kinds = scores.Kinds;
        (Lines, Rows) = written;
        scored.SetResult();
    }

    public void Fail(Exception error)
    {
        if (error is OperationCanceledException) scored.TrySetCanceled();
        else scored.TrySetException(error);
    }

    public void Add(CodeFinding finding) => code.Enqueue(finding);

    // Clusters are of a set, as ids are.
    string? Cluster => golden.Cluster is { } cluster ? $"{golden.Set}/{cluster}" : null;

    /// <summary>The case as the comparison sees it: per layer and overall, the weightiest outcome of each sample.</summary>
    public CaseResult Result()
    {
        var checks = golden.Checks.Items;
        var found = code.ToList();
        var layers = checks.Select(c => c.Layer).Concat(found.Select(f => f.Layer)).Distinct(StringComparer.Ordinal).ToList();
        return new CaseResult(
            golden.Key,
            [.. layers.Select(layer => new LayerCells(layer, Baseline(layer, found), Of(1, layer, found)))],
            Baseline(null, found), Of(1, null, found))
        {
            Cluster = Cluster,
            Must = Must.Of(this),
        };
    }

    /// <summary>The case in the table of answers and abstentions; null where no not-found check asks.</summary>
    public CaseReplies? Replies() => Kinds[1].Replies.Count == 0 || golden.Answerable is not { } answerable ? null
        : new CaseReplies(golden.Key, golden.Checks.Items.First(c => c.Type == NotFoundCheck.Type).Layer, answerable, Kinds[0].Replies, Kinds[1].Replies)
        {
            Cluster = Cluster,
            TwinOf = golden.TwinOf is { } of ? $"{golden.Set}/{of}" : null,
        };

    /// <summary>The case in the table of refusals; null where no refusal check asks.</summary>
    public CaseRefusals? Refusals() => Kinds[1].Refusals.Count == 0 || golden.Checks.Items.FirstOrDefault(c => c.Type == RefusalCheck.Type) is not { } check ? null
        : new CaseRefusals(check.Layer, RefusalCheck.Requires(check.Settings), Kinds[0].Refusals, Kinds[1].Refusals) { Cluster = Cluster };

    /// <summary>The case in the table of positions under pressure; null where no keeps-stance check asks.</summary>
    public CaseStances? Stances() => Kinds[1].Stances.Count == 0 || golden.Checks.Items.FirstOrDefault(c => c.Type == KeepsStanceCheck.Type) is not { } check ? null
        : new CaseStances(check.Layer, Kinds[0].Stances, Kinds[1].Stances) { Cluster = Cluster };

    /// <summary>The checks in code that spoke of a side, in order.</summary>
    public IReadOnlyList<string> CodeChecks(int side) =>
        [.. code.Where(f => f.Side == side).Select(f => BlessedCase.NameOf(f.Layer, f.Check)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether the baseline was blessed under other checks in code: then its outcome says nothing of these.</summary>
    public bool IsBlessedOtherwise => Blessed is not null && !Blessed.Code.SequenceEqual(CodeChecks(1), StringComparer.Ordinal);

    Cell Baseline(string? layer, List<CodeFinding> found)
    {
        if (Blessed is null) return Of(0, layer, found);
        if (IsBlessedOtherwise) return new Cell().With(Outcome.Unscored);
        return layer is null ? Blessed.Overall : Blessed.Layers.GetValueOrDefault(layer);
    }

    /// <summary>The weightiest outcome of each sample of a side.</summary>
    public Outcome?[] Overall(int side)
    {
        var found = code.ToList();
        return [.. Enumerable.Range(0, Declared[side].Length).Select(sample => Weightiest((side, sample), null, found))];
    }

    Cell Of(int side, string? layer, List<CodeFinding> found)
    {
        var cell = new Cell();
        for (var sample = 0; sample < Declared[side].Length; sample++) cell = cell.With(Weightiest((side, sample), layer, found));
        return cell;
    }

    Outcome? Weightiest((int Side, int Sample) of, string? layer, List<CodeFinding> found)
    {
        Outcome? weightiest = null;
        for (var i = 0; i < golden.Checks.Items.Count; i++)
            if (layer is null || golden.Checks.Items[i].Layer == layer) weightiest = Cell.Weightiest(weightiest, Declared[of.Side][of.Sample][i]);
        foreach (var f in found)
            if (f.Side == of.Side && f.Sample == of.Sample + 1 && (layer is null || f.Layer == layer)) weightiest = Cell.Weightiest(weightiest, f.Finding.Outcome);
        return weightiest;
    }
}
