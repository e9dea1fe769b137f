namespace LayerEvals.Scoring.Facts;

/// <summary>Tells names: two or more capitalised words in a row, <c>Harbor Travel</c>. A single one may be a noun of German or the start of a sentence, and is none.</summary>
internal static class Names
{
    // Capitalised at the start of a sentence, and no part of a name.
    static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
        { "The", "A", "An", "If", "In", "On", "At", "For", "This", "That", "Your", "You", "We", "Our", "It", "Its", "No", "Yes", "As", "When", "Under", "According", "I", "Please", "Der", "Die", "Das", "Ein", "Eine", "Im", "Le", "La", "Les", "El", "Los", "Il", "O", "De", "Het" };

    public static bool In(string text, TextSpan span) => All(text, span).Any();

    /// <summary>The names of a stretch of the text.</summary>
    public static IEnumerable<TextSpan> All(string text, TextSpan span)
    {
        var (run, first, last) = (0, 0, 0);
        for (var at = span.Start; at < span.End; at++)
        {
            if (char.IsLetter(text[at]))
            {
                var start = at;
                while (at < span.End && char.IsLetter(text[at])) at++;
                if (IsPart(text.AsSpan(start, at - start)))
                {
                    if (run++ == 0) first = start;
                    last = at;
                    at--;
                    continue;
                }
                at--;
            }
            else if (text[at] is ' ' or '-' or '\'' or '\u2019') continue;
            if (run >= 2) yield return new TextSpan(first, last - first);
            run = 0;
        }
        if (run >= 2) yield return new TextSpan(first, last - first);
    }

    static bool IsPart(ReadOnlySpan<char> word) =>
        word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[1]) && !(word.Length < 10 && Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word));
}
