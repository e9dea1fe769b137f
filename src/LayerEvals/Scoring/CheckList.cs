using LayerEvals.Reading;
using LayerEvals.Scoring.Abstaining;
using LayerEvals.Scoring.Checks;
using LayerEvals.Scoring.Citing;
using LayerEvals.Scoring.Refusing;

namespace LayerEvals.Scoring;

/// <summary>A check of a case, merged and ready to run.</summary>
/// <param name="Id">Its name, unique in the case: what was written as <c>name</c>, else the type.</param>
/// <param name="Type">The kind of check.</param>
/// <param name="Layer">The id of the layer that it speaks for.</param>
/// <param name="Settings">Its settings after merging.</param>
/// <param name="Turn">The asked turn that it looks at, from 1; null for the last.</param>
/// <param name="Run">The check itself.</param>
internal sealed record PlannedCheck(string Id, CheckType Type, string Layer, MapNode Settings, int? Turn, Check Run)
{
    /// <summary>Where it is written; null where it was read from a run.</summary>
    public SourceFile? File { get; init; }
}

/// <summary>The effective checks of a case. Cases that add nothing to their set's checks share one list.</summary>
internal sealed class CheckList
{
    public static CheckList Empty { get; } = new([]);

    public CheckList(IReadOnlyList<PlannedCheck> items)
    {
        Items = items;
        Canonical = string.Join('\n', items.Select(c => $"{c.Id} {c.Type.Name} {c.Layer} {c.Turn} {c.Settings.Canonical()}").Order(StringComparer.Ordinal));
        NotFound = First(NotFoundCheck.Type);
        KeepsStance = First(KeepsStanceCheck.Type);
        Refusal = First(RefusalCheck.Type) is { } refusal ? (refusal, RefusalRule.Of(items[refusal].Settings)) : null;
        Abstention = AbstentionRule.Of(NotFound is { } at ? items[at].Settings : null);
    }

    public IReadOnlyList<PlannedCheck> Items { get; }

    /// <summary>The same text for the same checks, whatever the format or order they were written in.</summary>
    public string Canonical { get; }

    /// <summary>The sources of its cases, read once for every check and answer.</summary>
    public SourceShelves Shelves { get; } = new();

    /// <summary>Where the first not-found check stands; null where none asks.</summary>
    public int? NotFound { get; }

    /// <summary>Where the first keeps-stance check stands; null where none asks.</summary>
    public int? KeepsStance { get; }

    /// <summary>How an abstention is told in the answers to this case.</summary>
    public AbstentionRule Abstention { get; }

    /// <summary>Where the first refusal check stands, and how a refusal is told; null where none asks.</summary>
    public (int At, RefusalRule Rule)? Refusal { get; }

    int? First(CheckType type)
    {
        for (var i = 0; i < Items.Count; i++)
            if (Items[i].Type == type) return i;
        return null;
    }
}
