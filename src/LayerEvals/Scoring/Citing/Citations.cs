using System.Text.Json;
using LayerEvals.Scoring.Checks;
using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring.Citing;

/// <summary>The source ids that an answer cites, in its words or in the fields of its JSON.</summary>
internal static class Citations
{
    /// <summary>The distinct ids cited in a text, in its order, whatever the style.</summary>
    public static IReadOnlyList<string> In(string text, IReadOnlyList<GoldenSource> given) =>
        Distinct(CitationScanner.In(new CitedText(text, given.Count == 0 ? SourceShelf.Empty : new SourceShelf(given), CitationStyles.Any, TextRegions.Of(text))));

    /// <summary>The distinct ids of citations, in their order.</summary>
    public static IReadOnlyList<string> Distinct(IReadOnlyList<Citation> citations)
    {
        // Mostly a claim has one citation of one id.
        if (citations is [{ Ids.Count: 1 } only]) return only.Ids;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ids = new List<string>();
        foreach (var citation in citations)
            foreach (var id in citation.Ids)
                if (seen.Add(id)) ids.Add(id);
        return ids;
    }

    /// <summary>What a JSON answer cites at a path: a text or number, a list of them, or <c>[*]</c>.</summary>
    public static List<Citation> At(JsonPath path, string text)
    {
        var found = new List<Citation>();
        if (!JsonCheck.TryParse(text, out var document, out _)) return found;
        using (document)
        {
            var from = 0;
            foreach (var value in path.Find(document!.RootElement).SelectMany(v => v.ValueKind == JsonValueKind.Array ? v.EnumerateArray().ToArray() : [v]))
            {
                if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) continue;
                var span = Span(text, value.GetRawText(), ref from);
                found.Add(new Citation(span, CitationStyle.Fields, [value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText()]));
            }
        }
        return found;
    }

    // Values come in the order of the text, mostly: the search goes on from the last, so that many cost no more than one. What is not found there has no span.
    static TextSpan Span(string text, string raw, ref int from)
    {
        var at = from < 0 ? -1 : text.IndexOf(raw, from, StringComparison.Ordinal);
        from = at < 0 ? -1 : at + raw.Length;
        return at < 0 ? default : new TextSpan(at, raw.Length);
    }
}
