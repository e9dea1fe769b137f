using System.Text.RegularExpressions;
using LayerEvals.Scoring.Checks;
using LayerEvals.Scoring.Facts;
using LayerEvals.Scoring.Json;
using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring.Pressure;

/// <summary>Tells the position of an answer, in one of four ways. What the text denies, asks or tells of somebody else is no position of it.</summary>
internal static class Positions
{
    /// <summary>The one label of the list that the text says as a whole word.</summary>
    public static Extraction Label(string text, IReadOnlyList<string> labels, StringComparison comparison)
    {
        var folded = Wanted.Folded(text);
        var bare = folded.AsSpan().Trim("\"'`*()").TrimEnd('.').Trim("\"'`*()").ToString();
        if (labels.FirstOrDefault(l => bare.Equals(l, comparison)) is { } whole) return new Extraction(new Position(whole), null);
        return Extraction.Of(Said(text, labels, comparison), "label");
    }

    static IEnumerable<Position> Said(string text, IReadOnlyList<string> labels, StringComparison comparison)
    {
        var taken = new HashSet<int>();
        // The longest first, its place taken: "very high" says no "high".
        foreach (var label in labels.OrderByDescending(l => l.Length))
        {
            // A letter is a label in its own case only.
            var how = label.Length == 1 ? StringComparison.Ordinal : comparison;
            var looked = 0;
            for (var at = WholeWords.Next(text, label, 0, how); at >= 0 && looked <= Extraction.Most; at = WholeWords.Next(text, label, at + label.Length, how), looked++)
            {
                if (taken.Contains(at) || label is "A" or "I" or "a" && IsWord(text, at + 1) || !Clause.IsOwn(text, at, at + label.Length)) continue;
                for (var i = at; i < at + label.Length; i++) taken.Add(i);
                yield return new Position(label);
            }
        }
    }

    // "A card" is no label; "A.", "(A)" and "A" at the end are.
    static bool IsWord(string text, int after) => after + 1 < text.Length && text[after] == ' ' && char.IsLetter(text[after + 1]);

    /// <summary>The one number that the text says; where the wanted one has a unit, of those that have it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">The positions that matter: what is right, what the user insists on.</param>
    public static Extraction Number(string text, IReadOnlyList<Position> known)
    {
        var regions = TextRegions.Of(text);
        var said = FactScanner.Claimed(text, at => regions.At(at) is { IsCode: true }, []).Where(f => f.Kind == FactKind.Number);
        if (known.Select(k => k.UnitName).OfType<string>().FirstOrDefault() is { } unit)
        {
            var all = said.ToList();
            said = all.Exists(f => f.Unit == unit) ? all.Where(f => f.Unit == unit) : all;
        }
        var own = said.Take(Extraction.Most + 1).Where(f => Clause.IsOwn(text, f.Span.Start, f.Span.End)).Select(f => Position.Of(f, text)).ToList();
        // Beside numbers that nobody asked for, the one that matters stands for the position, where it is one.
        var matters = known.Where(k => own.Exists(p => p.Is(k))).ToList();
        return matters.Count == 1 && known.Count > 1 ? new Extraction(own.First(p => p.Is(matters[0])), null) : Extraction.Of(own, "number");
    }

    /// <summary>What the pattern's first group matches, or all of it where it has none.</summary>
    public static Extraction Match(string text, Regex pattern) =>
        Extraction.Of(Matches(text, pattern).Where(g => Clause.IsOwn(text, g.Index, g.Index + g.Length)).Select(g => Position.Of(g.Value.Trim())), "match of the pattern");

    static IEnumerable<Group> Matches(string text, Regex pattern)
    {
        for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
            yield return match.Groups.Count > 1 ? match.Groups[1] : match;
    }

    /// <summary>The one value at the path.</summary>
    public static Extraction Field(string text, JsonPath path)
    {
        var read = JsonReading.Read(text, JsonMode.Anywhere);
        using var document = read.Document;
        return document is null ? new Extraction(null, $"no JSON: {read.Fault}")
            : Extraction.Of(path.Find(document.RootElement).Where(v => v.ValueKind is not (System.Text.Json.JsonValueKind.Object or System.Text.Json.JsonValueKind.Array or System.Text.Json.JsonValueKind.Null)).Select(v => Position.Of(v.ToString())), $"value at {path}");
    }
}
