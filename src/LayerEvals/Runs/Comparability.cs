using LayerEvals.Diagnostics;

namespace LayerEvals.Runs;

/// <summary>Whether two sides of finished runs answered the same cases under the same checks. What differs is named: nothing is paired by guess.</summary>
internal static class Comparability
{
    const int MostNamed = 5;

    /// <exception cref="NotComparableException">They did not.</exception>
    public static void Demand(RunSide a, RunSide b)
    {
        if (a.Samples != b.Samples)
            throw Refused(b, $"expected {Numerals.Count(a.Samples, "sample")} a case as in {a.Run.Shown}, found {b.Samples}", "ask both with the same `samples`");
        var before = a.Cases.ToDictionary(c => c.Key, StringComparer.Ordinal);
        var now = b.Cases.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var gone = a.Cases.Where(c => !now.Contains(c.Key)).Select(c => c.Key).ToList();
        var added = b.Cases.Where(c => !before.ContainsKey(c.Key)).Select(c => c.Key).ToList();
        if (gone.Count + added.Count > 0)
            throw Refused(b, $"expected the cases of {a.Run.Shown}, found {string.Join("; ", Counted(gone, "missing").Concat(Counted(added, "that it has not")))}", "compare runs of the same golden sets; run the older configuration again where it can still be asked");
        var edited = b.Cases.Select(c => (c.Key, Kind: Edited(before[c.Key], c))).Where(c => c.Kind is not null).Select(c => $"{c.Key} ({c.Kind})").ToList();
        if (edited.Count > 0)
            throw Refused(b, $"expected the cases as in {a.Run.Shown}, found {edited.Count} edited{Named(edited)}", "compare runs of the same golden sets; an edited case is another case");
        var code = b.Cases.Select(c => (c.Key, Kind: InCode(a, b, c.Key))).Where(c => c.Kind is not null).Select(c => $"{c.Key} ({c.Kind})").ToList();
        if (code.Count > 0)
            throw Refused(b, $"expected the checks in code of {a.Run.Shown}, found others in {Numerals.Count(code.Count, "case")}{Named(code)}", "run both with the same tests");
    }

    /// <summary>What of a case was edited: what is asked, its checks, their layers, their risk, or what is expected besides; null where nothing was.</summary>
    static string? Edited(GoldenCase before, GoldenCase now)
    {
        if (before.AskedHash != now.AskedHash) return "other question or sources";
        if (before.ExpectedHash == now.ExpectedHash) return null;
        if (before.IsHighRisk != now.IsHighRisk) return "other risk";
        if (before.Checks.Canonical == now.Checks.Canonical) return "other expectation";
        return WithoutLayers(before) == WithoutLayers(now) ? "other layers" : "other checks";
    }

    static string WithoutLayers(GoldenCase golden) =>
        string.Join('\n', golden.Checks.Items.Select(c => $"{c.Id} {c.Type.Name} {c.Turn} {c.Settings.Canonical()}").Order(StringComparer.Ordinal));

    static string? InCode(RunSide a, RunSide b, string key)
    {
        var (before, now) = (a.CodeChecks(key).ToList(), b.CodeChecks(key).ToList());
        if (before.SequenceEqual(now)) return null;
        return before.Except(now).Select(c => $"no `{Printable.Short(c.Check, 60)}` of {c.Layer}").FirstOrDefault()
            ?? now.Except(before).Select(c => $"`{Printable.Short(c.Check, 60)}` of {c.Layer} is new").First();
    }

    static IEnumerable<string> Counted(List<string> names, string what) => names.Count == 0 ? [] : [$"{names.Count} {what}{Named(names)}"];

    static string Named(List<string> names) =>
        $": {string.Join(", ", names.Take(MostNamed).Select(n => Printable.Short(n, 160)))}{(names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "")}";

    static NotComparableException Refused(RunSide b, string what, string advice) =>
        new(ProblemIds.OtherRun, b.Run.Shown, what, advice);
}
