using System.Text;

namespace LayerEvals.Scoring.Phrasing;

/// <summary>
/// Words as wordings are compared: lower case, without accents, cut at apostrophes, so that « l’information » is <c>l information</c> and "don't" is <c>don t</c>
/// in a text and in a wording alike.
/// </summary>
internal static class Words
{
    /// <summary>The words of a short text.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (IsPart(c)) Add(word, Fold(c));
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0) yield return word.ToString();
    }

    static void Add(StringBuilder word, (char First, char Second) folded)
    {
        word.Append(folded.First);
        if (folded.Second != '\0') word.Append(folded.Second);
    }

    public static bool IsPart(char c) => char.IsLetterOrDigit(c);

    /// <summary>A character of a word, folded; the second is there for letters that fold to two (<c>ß</c>), else <c>\0</c>.</summary>
    public static (char First, char Second) Fold(char c) => char.ToLowerInvariant(c) switch
    {
        < '\u0080' and var lower => (lower, '\0'),
        >= 'à' and <= 'å' => ('a', '\0'),
        'æ' => ('a', 'e'),
        'ç' => ('c', '\0'),
        >= 'è' and <= 'ë' => ('e', '\0'),
        >= 'ì' and <= 'ï' => ('i', '\0'),
        'ñ' => ('n', '\0'),
        >= 'ò' and <= 'ö' => ('o', '\0'),
        'œ' => ('o', 'e'),
        >= 'ù' and <= 'ü' => ('u', '\0'),
        'ß' => ('s', 's'),
        var lower => (lower, '\0'),
    };
}
