namespace LayerEvals.Models;

/// <summary>Shortens a sentence to a number of words, at a clause's end where there is one.</summary>
internal static class Trim
{
    public static string ToWords(string sentence, int most)
    {
        if (most <= 0) return "";
        if (Words.Count(sentence) <= most) return sentence;

        var (words, end, clause, inWord) = (0, 0, 0, false);
        for (var at = 0; at < sentence.Length; at++)
        {
            if (char.IsWhiteSpace(sentence[at]))
            {
                inWord = false;
                continue;
            }
            if (!inWord && char.IsLetterOrDigit(sentence[at]))
            {
                inWord = true;
                if (++words > most) break;
            }
            end = at + 1;
            if (sentence[at] is ',' or ';' or ':' && at + 1 < sentence.Length && sentence[at + 1] == ' ') clause = at;
        }
        // A clause that keeps less than half of what is allowed says too little.
        var cut = Words.Count(sentence.AsSpan(0, clause)) * 2 >= most ? clause : end;
        return sentence[..cut].TrimEnd(' ', ',', ';', ':', '.', '(') + ".";
    }
}
