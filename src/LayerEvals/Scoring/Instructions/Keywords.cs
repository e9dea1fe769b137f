using System.Text;
using LayerEvals.Diagnostics;

namespace LayerEvals.Scoring.Instructions;

/// <summary>Words that must or must not occur. The reference takes keywords for patterns; none in its data has a character that would matter, and here they are texts.</summary>
internal static class Keywords
{
    public static IReadOnlyList<InstructionType> All { get; } =
    [
        new("keywords:existence", kwargs => Kwargs.Texts(kwargs, "keywords") is { } words ? response => Missing(response, words) : null),
        new("keywords:forbidden_words", kwargs => Kwargs.Texts(kwargs, "forbidden_words") is { } words ? response => Forbidden(response, words) : null),
        new("keywords:frequency", kwargs =>
        {
            var word = Kwargs.Text(kwargs, "keyword") is { } text ? PythonText.Trim(text) : null;
            var amount = Kwargs.Amount(kwargs, "frequency", "relation", "occurrence");
            if (word is null || amount is null) return null;
            var named = amount with { Of = $" of `{Printable.Short(word, 40)}`" };
            return response => named.Judge(Occurrences(response, word));
        }),
        new("keywords:letter_frequency", kwargs =>
        {
            var letter = Kwargs.Text(kwargs, "letter") is { } text ? PythonText.Lower(PythonText.Trim(text)) : null;
            var amount = Kwargs.Amount(kwargs, "let_frequency", "let_relation", "occurrence");
            if (letter is null || amount is null) return null;
            var named = amount with { Of = $" of `{Printable.Short(letter, 40)}`" };
            return response => named.Judge(PythonText.Lower(response).AsSpan().Count(letter));
        }),
    ];

    static string? Missing(string response, IReadOnlyList<string> words)
    {
        var missing = words.Where(word => !response.Contains(word, StringComparison.OrdinalIgnoreCase)).ToList();
        return missing.Count == 0 ? null : $"expected {(missing.Count == 1 ? "the keyword" : "the keywords")} {string.Join(", ", missing.Take(8).Select(w => $"`{Printable.Short(w, 40)}`"))}, found none";
    }

    static string? Forbidden(string response, IReadOnlyList<string> words)
    {
        var found = words.Select(word => (Word: word, Times: WholeWords(response, word))).Where(f => f.Times > 0).ToList();
        return found.Count == 0 ? null : $"expected no {string.Join(" and no ", found.Take(8).Select(f => $"`{Printable.Short(f.Word, 40)}`"))}, found {Numerals.Count(found.Sum(f => f.Times), "occurrence")}";
    }

    static int Occurrences(string text, string word)
    {
        var found = 0;
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase)) found++;
        return found;
    }

    // Between Python's \b, where a word character meets one that is none: so a keyword that starts with a mark must follow a word character.
    static int WholeWords(string text, string word)
    {
        var found = 0;
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = at < text.Length ? text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase) : -1)
        {
            var end = at + word.Length;
            var isWhole = IsBoundary(text, at) && IsBoundary(text, end);
            if (isWhole) found++;
            at = isWhole ? end : at + 1;
        }
        return found;
    }

    static bool IsBoundary(string text, int at) => Before(text, at) != After(text, at);

    static bool Before(string text, int at) => Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var rune, out _) == System.Buffers.OperationStatus.Done && PythonText.IsWord(rune);

    static bool After(string text, int at) => Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _) == System.Buffers.OperationStatus.Done && PythonText.IsWord(rune);
}
