using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Checks;

/// <summary>
/// The answer is a fixed text with holes: <c>Dear {name}, your claim {id} was received.</c> A hole stands for any text that is not empty. White space is folded. The pieces
/// are looked for one after the other, so that no answer is slow.
/// </summary>
internal static class TemplateCheck
{
    public static CheckType Type { get; } = new("template", Layers.Verification, Read) { Short = CheckType.As("text") };

    static Check? Read(MapReader settings)
    {
        var written = settings.Required("text", "write the text, with `{name}` where something is filled in");
        var comparison = settings.Flag("ignore-case") ?? false ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (written.Length == 0) return null;
        if (Pieces(Wanted.Folded(written)) is { } pieces) return subject => Judge(pieces, comparison, subject.Text);
        settings.File.Error(ProblemIds.BadValue, settings.LineOf("text"), "expected a text with holes such as `{name}` and words between them, found a hole that does not close, is empty or touches the next", "write `{name}`, close each hole, and write words between two holes");
        return null;
    }

    // The fixed texts between the holes; the first and the last may be empty.
    static List<string>? Pieces(string text)
    {
        var pieces = new List<string>();
        var from = 0;
        while (text.IndexOf('{', from) is >= 0 and var open)
        {
            var close = text.IndexOf('}', open);
            if (close <= open + 1 || pieces.Count > 0 && open == from) return null;
            pieces.Add(text[from..open]);
            from = close + 1;
        }
        pieces.Add(text[from..]);
        return pieces;
    }

    static Finding Judge(List<string> pieces, StringComparison comparison, string answer)
    {
        var text = Wanted.Folded(answer);
        if (pieces.Count == 1) return text.Equals(pieces[0], comparison) ? Finding.Pass : Missing(pieces[0], "as the whole answer", answer);
        if (!text.StartsWith(pieces[0], comparison)) return Missing(pieces[0], "at the start", answer);
        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Count - 1; i++)
        {
            // A hole is filled with one character at least; the first place that fits leaves most room for the rest.
            var next = at < text.Length ? text.IndexOf(pieces[i], at + 1, comparison) : -1;
            if (next < 0) return Missing(pieces[i], $"after `{Printable.Short(pieces[i - 1], 60)}` and a filled hole", answer);
            at = next + pieces[i].Length;
        }
        return text.EndsWith(pieces[^1], comparison) && text.Length - pieces[^1].Length > at ? Finding.Pass : Missing(pieces[^1], "at the end, after a filled hole", answer);
    }

    static Finding Missing(string piece, string where, string answer) => Finding.Fail(
        piece.Length == 0 ? $"expected a hole to be filled {where}, found nothing" : $"expected `{Printable.Short(piece, 80)}` {where}, found none", Scorer.Quote(answer));
}
