namespace LayerEvals.Models;

/// <summary>A light suffix stripper for English, in the spirit of Harman (1991), "How effective is suffixing?", JASIS 42(1).</summary>
/// <remarks>It only has to send the forms of one word to one string; the string need not be a word.</remarks>
internal static class Stem
{
    // Longest first. Left is what must remain, in letters, so that "ring" and "table" stay whole.
    private static readonly (string Suffix, int Left)[] Endings =
    [
        ("isations", 4), ("izations", 4), ("isation", 4), ("ization", 4), ("ations", 4), ("ements", 4), ("ation", 4), ("ement", 4),
        ("ments", 4), ("ition", 4), ("ances", 4), ("ences", 4), ("ment", 4), ("ness", 4), ("able", 4), ("ible", 4), ("ance", 4), ("ence", 4),
        ("ings", 3), ("ions", 4), ("ing", 3), ("ion", 4), ("ers", 4), ("ors", 4), ("ies", 2), ("ied", 2), ("ive", 4), ("ed", 3),
        ("er", 4), ("or", 4), ("al", 4), ("ly", 4), ("es", 3), ("s", 3),
    ];

    /// <summary>Shortens the lower-case word in place and returns how many letters are left.</summary>
    public static int Shorten(Span<char> word)
    {
        var length = word.Length;
        if (length < 4 || !char.IsAsciiLetter(word[0])) return length;
        if (word.EndsWith("ss")) return length;

        // "decision" goes with "decide" and "extension" with "extend".
        if (length > 7 && (word.EndsWith("ision") || word.EndsWith("usion") || word.EndsWith("ension")))
        {
            word[length - 4] = 'd';
            return length - 3;
        }

        foreach (var (suffix, left) in Endings)
        {
            if (length - suffix.Length < left || !word[..length].EndsWith(suffix)) continue;
            // "relatives" is a relative and an s; "boxes" is a box.
            if (suffix == "es" && word[length - 3] is not ('s' or 'x' or 'z' or 'h' or 'o')) continue;

            length -= suffix.Length;
            if (suffix is "ies" or "ied") word[length++] = 'y';
            // "shipments" lost its s and is now looked at as "shipment" would be.
            if (suffix is "s" or "es") return Shorten(word[..length]);
            break;
        }
        if (length > 3 && word[length - 1] == 'e') length--;
        if (length > 3 && word[length - 1] == word[length - 2] && word[length - 1] is not ('s' or 'l' or 'e' or 'o')) length--;
        if (length > 4 && word[length - 1] == 'l' && word[length - 2] == 'l') length--;
        if (length > 2 && word[length - 1] == 'y') word[length - 1] = 'i';
        return length;
    }
}
