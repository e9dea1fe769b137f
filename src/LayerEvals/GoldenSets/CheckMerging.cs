using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring;
using LayerEvals.Scoring.Checks;

namespace LayerEvals.GoldenSets;

/// <summary>What a case says about its checks.</summary>
/// <param name="File">The file that the case stands in.</param>
/// <param name="Line">The line that it starts on.</param>
/// <param name="Written">Its own checks.</param>
/// <param name="Layer">Its layer; null where it has none.</param>
/// <param name="Expects">Whether it expects a text.</param>
internal sealed record CaseChecks(SourceFile File, int Line, IReadOnlyList<WrittenCheck> Written, string? Layer, bool Expects);

/// <summary>
/// Merges a set's checks with a case's: the same type and name is merged key by key and the case wins; <c>off</c> removes it. Cases that write no checks
/// of their own share the set's list, so that a set of 100,000 cases compiles its checks once.
/// </summary>
internal sealed class CheckMerging(IReadOnlyList<WrittenCheck> ofSet, string? setLayer)
{
    readonly Dictionary<(string? Layer, bool Expects), CheckList> shared = [];

    /// <summary>False where a check of the set could not be read: one that a case removes may be that.</summary>
    public bool HasAllOfSet { get; init; } = true;

    /// <summary>The effective checks of a case.</summary>
    public CheckList For(CaseChecks of)
    {
        if (of.Written.Count > 0) return Merge(of);
        if (!shared.TryGetValue((of.Layer, of.Expects), out var list)) shared[(of.Layer, of.Expects)] = list = Merge(of);
        return list;
    }

    CheckList Merge(CaseChecks of)
    {
        var merged = ofSet.ToList();
        var untouched = Enumerable.Range(0, merged.Count).ToList();
        foreach (var own in of.Written)
        {
            var at = untouched.FindIndex(i => merged[i].Type == own.Type && merged[i].Name == own.Name);
            if (at < 0)
            {
                if (HasAllOfSet && own.Settings is null && own.Type != ExpectCheck.Type) NothingToRemove(own);
                merged.Add(own);
                continue;
            }
            var index = untouched[at];
            untouched.RemoveAt(at);
            merged[index] = Merge(merged[index], own);
        }
        if (of.Expects && !merged.Exists(c => c.Type == ExpectCheck.Type))
            merged.Add(new WrittenCheck(of.File, ExpectCheck.Type, null, null, new MapNode([], of.Line), null, of.Line));

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return new CheckList([.. merged.Where(c => c.Settings is not null).Select(c => Plan(c, of.Layer, ids)).OfType<PlannedCheck>()]);
    }

    // What removes nothing was meant to: another name, another check, or the text "off".
    static void NothingToRemove(WrittenCheck own) => own.File.Error(ProblemIds.BadValue, own.Line,
        $"expected a check of the set to remove, found no `{own.Type.Name}`{(own.Name is { } name ? $" named `{Printable.Short(name, 40)}`" : " without a name")} in it",
        own.Type.Short is null ? "remove the line, or write the check's `name` beside it" : $"remove the line, or write the check's `name` beside it; `- {own.Type.Name}: [off]` looks for the text");

    static WrittenCheck Merge(WrittenCheck ofSet, WrittenCheck own) => own with
    {
        Layer = own.Layer ?? ofSet.Layer,
        Turn = own.Turn ?? ofSet.Turn,
        Settings = own.Settings is null || ofSet.Settings is null ? own.Settings : Moved(ofSet, own).MergedWith(own.Settings),
    };

    // A problem names one file: settings of a set that are merged into a case of another file are said to stand where the case's do.
    static MapNode Moved(WrittenCheck ofSet, WrittenCheck own) => ofSet.File.Path == own.File.Path
        ? ofSet.Settings!
        : ofSet.Settings! with { Entries = [.. ofSet.Settings!.Entries.Select(e => e with { Line = own.Line })] };

    PlannedCheck? Plan(WrittenCheck check, string? caseLayer, HashSet<string> ids)
    {
        var layer = check.Layer ?? caseLayer ?? check.Type.Layer?.Id ?? setLayer;
        if (layer is null)
            check.File.Error(ProblemIds.NoLayer, check.Line, $"expected a layer for `{check.Type.Name}`, found none on the check, the case or the set", "write `layer: …` on the set or beside the check");
        var settings = new MapReader(check.File, check.Settings!, $"`{check.Type.Name}`");
        var run = check.Type.Read(settings);
        settings.Close();
        if (run is null || layer is null) return null;
        var stem = check.Name ?? check.Type.Name;
        var id = stem;
        for (var times = 2; !ids.Add(id); times++) id = $"{stem}-{times}";
        return new PlannedCheck(id, check.Type, layer, check.Settings!, check.Turn, run) { File = check.File };
    }
}
