using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring;

namespace LayerEvals.GoldenSets;

/// <summary>
/// Merges a set's checks with a case's: the same type and name is merged key by key and the case wins; <c>off</c> removes it. Cases that write no checks
/// of their own share the set's list, so that a set of 100,000 cases compiles its checks once.
/// </summary>
internal sealed class CheckMerging(SourceFile file, IReadOnlyList<WrittenCheck> ofSet, string? setLayer)
{
    readonly Dictionary<(string? Layer, bool Expects), CheckList> shared = [];

    /// <summary>The effective checks of a case.</summary>
    public CheckList For(IReadOnlyList<WrittenCheck> ofCase, string? caseLayer, bool expects, int line)
    {
        if (ofCase.Count > 0) return Merge(ofCase, caseLayer, expects, line);
        if (!shared.TryGetValue((caseLayer, expects), out var list)) shared[(caseLayer, expects)] = list = Merge([], caseLayer, expects, line);
        return list;
    }

    CheckList Merge(IReadOnlyList<WrittenCheck> ofCase, string? caseLayer, bool expects, int line)
    {
        var merged = ofSet.ToList();
        var untouched = Enumerable.Range(0, merged.Count).ToList();
        foreach (var own in ofCase)
        {
            var at = untouched.FindIndex(i => merged[i].Type == own.Type && merged[i].Name == own.Name);
            if (at < 0)
            {
                merged.Add(own);
                continue;
            }
            var index = untouched[at];
            untouched.RemoveAt(at);
            merged[index] = Merge(merged[index], own);
        }
        if (expects && !merged.Exists(c => c.Type.Name == "expect"))
            merged.Add(new WrittenCheck(CheckTypes.All["expect"], null, null, new MapNode([], line), null, line));

        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        return new CheckList([.. merged.Where(c => c.Settings is not null).Select(c => Plan(c, caseLayer, ids)).OfType<PlannedCheck>()]);
    }

    static WrittenCheck Merge(WrittenCheck ofSet, WrittenCheck own) => own with
    {
        Layer = own.Layer ?? ofSet.Layer,
        Turn = own.Turn ?? ofSet.Turn,
        Settings = own.Settings is null || ofSet.Settings is null ? own.Settings : ofSet.Settings.MergedWith(own.Settings),
    };

    PlannedCheck? Plan(WrittenCheck check, string? caseLayer, Dictionary<string, int> ids)
    {
        var layer = check.Layer ?? caseLayer ?? check.Type.Layer?.Id ?? setLayer;
        if (layer is null)
            file.Error(ProblemIds.NoLayer, check.Line, $"expected a layer for `{check.Type.Name}`, found none on the check, the case or the set", "write `layer: …` on the set or beside the check");
        var settings = new MapReader(file, check.Settings!, $"`{check.Type.Name}`");
        var run = check.Type.Read(settings);
        settings.Close();
        if (run is null || layer is null) return null;
        var id = check.Name ?? check.Type.Name;
        var times = ids[id] = ids.GetValueOrDefault(id) + 1;
        return new PlannedCheck(times == 1 ? id : $"{id}-{times}", check.Type, layer, check.Settings!, check.Turn, run);
    }
}
