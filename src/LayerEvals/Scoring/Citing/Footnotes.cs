namespace LayerEvals.Scoring.Citing;

/// <summary><c>[^1]</c>: the given source of that id, else the one that the note itself names (<c>[^1]: Refund window, C-4.1</c>).</summary>
internal static class Footnotes
{
    const int MostOfNote = 300;

    public static Citation? Citation(CitedText cited, TextSpan span, string label)
    {
        if (label.Length == 0 || label.Contains(' ')) return null;
        return new Citation(span, CitationStyle.Footnotes, cited.Shelf.Find(label) is null && Noted(cited, label) is { } named ? [named] : [label]);
    }

    static string? Noted(CitedText cited, string label)
    {
        if (cited.Shelf.All.Count == 0 || !cited.Notes.TryGetValue(label, out var note)) return null;
        foreach (var range in note.AsSpan().SplitAny(" ,;:()[]\"\t"))
            if (cited.Shelf.Id(note.AsSpan(range).Trim(".*_")) is { } id) return id;
        return null;
    }

    /// <summary>The notes of a text by their labels: lines that start with <c>[^label]:</c>.</summary>
    public static Dictionary<string, string> Notes(string text)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line is not ['[', '^', ..] || line.IndexOf("]:") is not (> 2 and var end)) continue;
            var note = line[(end + 2)..];
            notes.TryAdd(line[2..end].ToString(), note[..Math.Min(MostOfNote, note.Length)].ToString());
        }
        return notes;
    }
}
