using System.Text;
using System.Text.RegularExpressions;

namespace LayerEvals.Planning;

/// <summary>A text with <c>{{holes}}</c>. What is put into a hole is data: it is never read as template.</summary>
internal sealed partial class Template
{
    readonly IReadOnlyList<(string Text, bool IsHole)> parts;

    Template(IReadOnlyList<(string, bool)> parts) => this.parts = parts;

    /// <summary>The names of the holes, each once.</summary>
    public IEnumerable<string> Holes => parts.Where(p => p.IsHole).Select(p => p.Text).Distinct(StringComparer.Ordinal);

    public bool IsBlank => parts.All(p => !p.IsHole && string.IsNullOrWhiteSpace(p.Text));

    public static Template Parse(string text)
    {
        var found = new List<(string, bool)>();
        var at = 0;
        foreach (Match hole in Hole().Matches(text))
        {
            var name = hole.Groups[1].Value.Trim();
            if (name.Length == 0) continue;
            if (hole.Index > at) found.Add((text[at..hole.Index], false));
            found.Add((name, true));
            at = hole.Index + hole.Length;
        }
        if (at < text.Length) found.Add((text[at..], false));
        return new Template(found);
    }

    /// <summary>The text with its holes filled; a hole without a text is a fault of the plan, which was checked before.</summary>
    public string Fill(Func<string, string> hole)
    {
        var text = new StringBuilder();
        foreach (var part in parts) text.Append(part.IsHole ? hole(part.Text) : part.Text);
        return text.ToString();
    }

    // Any name on one line: a column of a CSV file may be called "claim text".
    [GeneratedRegex(@"\{\{([^{}\r\n]+)\}\}")]
    private static partial Regex Hole();
}
