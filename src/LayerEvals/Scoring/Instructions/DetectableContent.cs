namespace LayerEvals.Scoring.Instructions;

/// <summary>Placeholders and postscripts.</summary>
internal static class DetectableContent
{
    public static IReadOnlyList<InstructionType> All { get; } =
    [
        new("detectable_content:number_placeholders", kwargs => Kwargs.Amount(kwargs, "num_placeholders", Bound.AtLeast, "placeholder") is { } amount
            ? response => (amount with { Of = " in [brackets]" }).Judge(Placeholders(response))
            : null),
        new("detectable_content:postscript", kwargs => Kwargs.Text(kwargs, "postscript_marker") is { } marker ? Postscript(PythonText.Trim(marker)) : null),
    ];

    // "[" to the next "]" of its line; the text between may hold "[".
    static int Placeholders(string text)
    {
        var found = 0;
        for (var at = text.IndexOf('['); at >= 0; at = at < text.Length ? text.IndexOf('[', at) : -1)
        {
            var end = text.AsSpan(at).IndexOfAny(']', '\n');
            if (end < 0) break;
            if (text[at + end] == ']') found++;
            at += end + 1;
        }
        return found;
    }

    // The reference takes any other marker for a pattern; here it is a text, since a text of a golden set is no pattern.
    static Instruction Postscript(string marker) => marker switch
    {
        "P.S." => Spaced(marker, "p.", "s."),
        "P.P.S" => Spaced(marker, "p.", "p.", "s"),
        _ => Spaced(marker, PythonText.Lower(marker)),
    };

    // The parts follow one another with at most one white space between them.
    static Instruction Spaced(string marker, params string[] parts) => response =>
    {
        var text = PythonText.Lower(response);
        for (var at = text.IndexOf(parts[0], StringComparison.Ordinal); at >= 0; at = text.IndexOf(parts[0], at + 1, StringComparison.Ordinal))
            if (Follow(text, at + parts[0].Length, parts)) return null;
        return $"expected a postscript that starts with `{Printable.Short(marker, 40)}`, found none";
    };

    static bool Follow(string text, int at, string[] parts)
    {
        for (var i = 1; i < parts.Length; i++)
        {
            if (at < text.Length && PythonText.IsSpace(text[at])) at++;
            if (!text.AsSpan(at).StartsWith(parts[i], StringComparison.Ordinal)) return false;
            at += parts[i].Length;
        }
        return true;
    }
}
