namespace LayerEvals.Models;

/// <summary>Keeps the words that a prompt forbids out of an answer.</summary>
internal static class ForbiddenWords
{
    public static bool Occur(IReadOnlyList<string> forbidden, string text)
    {
        foreach (var word in forbidden)
            if (Find(text, word, 0) >= 0) return true;
        return false;
    }

    /// <summary>The text without them, for when there is nothing else to say.</summary>
    public static string CutFrom(string text, IReadOnlyList<string> forbidden)
    {
        foreach (var word in forbidden)
            for (var at = Find(text, word, 0); at >= 0; at = Find(text, word, at))
            {
                var end = at + word.Length;
                // "guarantees" and "guaranteed" go with "guarantee".
                while (end < text.Length && char.IsLetter(text[end])) end++;
                text = text[..at].TrimEnd() + text[end..];
            }
        return text;
    }

    private static int Find(string text, string word, int from)
    {
        if (word.Length == 0) return -1;

        for (var at = text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return at;
        return -1;
    }
}
