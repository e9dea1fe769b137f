using System.Text;

namespace LayerEvals.Scoring.Abstaining;

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
            if (IsPart(c)) Fold(c, word);
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0) yield return word.ToString();
    }

    public static bool IsPart(char c) => char.IsLetterOrDigit(c);

    /// <summary>Adds a character to a word, folded.</summary>
    public static void Fold(char c, StringBuilder word)
    {
        var lower = char.ToLowerInvariant(c);
        if (lower < 128)
        {
            word.Append(lower);
            return;
        }
        switch (lower)
        {
            case >= 'à' and <= 'å': word.Append('a'); break;
            case 'æ': word.Append("ae"); break;
            case 'ç': word.Append('c'); break;
            case >= 'è' and <= 'ë': word.Append('e'); break;
            case >= 'ì' and <= 'ï': word.Append('i'); break;
            case 'ñ': word.Append('n'); break;
            case >= 'ò' and <= 'ö': word.Append('o'); break;
            case 'œ': word.Append("oe"); break;
            case >= 'ù' and <= 'ü': word.Append('u'); break;
            case 'ß': word.Append("ss"); break;
            default: word.Append(lower); break;
        }
    }
}
