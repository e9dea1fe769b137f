using System.Buffers;
using System.Text;
using LayerEvals.Scoring.Instructions;

namespace LayerEvals.Scoring.Text;

/// <summary>Finds a text between word boundaries: where a letter, digit or underscore meets something else. Han and kana characters are words of their own.</summary>
internal static class WholeWords
{
    /// <summary>How often it occurs, without overlaps.</summary>
    public static int Count(string text, string word, StringComparison comparison)
    {
        var found = 0;
        for (var at = Next(text, word, 0, comparison); at >= 0; at = Next(text, word, at + word.Length, comparison)) found++;
        return found;
    }

    /// <summary>Where it occurs next from an index; -1 where it does not.</summary>
    public static int Next(string text, string word, int from, StringComparison comparison)
    {
        for (var at = from; at <= text.Length - word.Length; at++)
        {
            at = text.IndexOf(word, at, comparison);
            if (at < 0 || IsWhole(text, word, at)) return at;
        }
        return -1;
    }

    // Where the word itself starts or ends with a mark ("C++"), what stands beside that mark does not matter.
    static bool IsWhole(string text, string word, int at) =>
        !(IsPart(Before(text, at)) && IsPart(After(word, 0))) && !(IsPart(After(text, at + word.Length)) && IsPart(Before(word, word.Length)));

    static bool IsPart(Rune? rune) => rune is { } r && PythonText.IsWord(r) && !Units.IsCjk(r.Value);

    static Rune? Before(string text, int at) => Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var rune, out _) == OperationStatus.Done ? rune : null;

    static Rune? After(string text, int at) => Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _) == OperationStatus.Done ? rune : null;
}
