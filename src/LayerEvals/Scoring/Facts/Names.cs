namespace LayerEvals.Scoring.Facts;

/// <summary>Tells names: two or more capitalised words in a row, <c>Harbor Travel</c>. A single one may be a noun of German or the start of a sentence, and is none.</summary>
internal static class Names
{
    // Capitalised at the start of a sentence, and no part of a name.
    static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
        { "The", "A", "An", "If", "In", "On", "At", "For", "This", "That", "Your", "You", "We", "Our", "It", "Its", "No", "Yes", "As", "When", "Under", "According", "I", "Please", "Der", "Die", "Das", "Ein", "Eine", "Im", "Le", "La", "Les", "El", "Los", "Il", "O", "De", "Het" };

    public static bool In(string text, TextSpan span)
    {
        var run = 0;
        for (var at = span.Start; at < span.End; at++)
        {
            if (!char.IsLetter(text[at]))
            {
                if (text[at] is not (' ' or '-' or '\'' or '\u2019')) run = 0;
                continue;
            }
            var start = at;
            while (at < span.End && char.IsLetter(text[at])) at++;
            var isName = at - start > 1 && char.IsUpper(text[start]) && char.IsLower(text[start + 1]) && !(at - start < 10 && Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(start, at - start)));
            run = isName ? run + 1 : 0;
            if (run == 2) return true;
            at--;
        }
        return false;
    }
}
