using System.Buffers;
using System.Text;

namespace LayerEvals.Scoring.Instructions;

/// <summary>The tokens that Punkt looks at around a sentence end: runs of one mark, words with their punctuation inside, single marks.</summary>
internal static class PunktTokens
{
    static readonly SearchValues<char> NoWordStart = SearchValues.Create("(\"`{[:;&#*@)}]-,");

    /// <summary>Marks that end a word and, after a full stop, make it a possible sentence end.</summary>
    public static SearchValues<char> NoWord { get; } = SearchValues.Create(")\";}]*:@'({[!?");

    public static List<string> Of(ReadOnlySpan<char> text)
    {
        var tokens = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            if (PythonText.IsSpace(text[at]))
            {
                at++;
                continue;
            }
            var end = at + Math.Max(1, Run(text, at));
            if (end == at + 1 && !NoWordStart.Contains(text[at]))
                while (end < text.Length && !EndsWord(text, end)) end++;
            tokens.Add(text[at..end].ToString());
            at = end;
        }
        return tokens;
    }

    // Two or more hyphens or full stops; 0 for anything else.
    static int Run(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is not ('-' or '.')) return 0;
        var end = at;
        while (end < text.Length && text[end] == text[at]) end++;
        return end - at > 1 ? end - at : 0;
    }

    static bool EndsWord(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        ',' => at + 1 >= text.Length || Ends(text, at + 1),
        _ => Ends(text, at),
    };

    static bool Ends(ReadOnlySpan<char> text, int at) =>
        PythonText.IsSpace(text[at]) || NoWord.Contains(text[at]) || text[at] is '-' or '.' && at + 1 < text.Length && text[at + 1] == text[at];

    /// <summary>Whether it is one letter and a full stop.</summary>
    public static bool IsInitial(string token) => token.EndsWith('.') && Rune.TryGetRuneAt(token, 0, out var first) && first.Utf16SequenceLength + 1 == token.Length && Rune.IsLetter(first);

    /// <summary>Digits with their points and hyphens, as in <c>3.</c> and <c>1,200</c>.</summary>
    public static bool IsNumber(string token)
    {
        var word = token.AsSpan().TrimEnd('.');
        if (word.StartsWith("-")) word = word[1..];
        if (word is ['.' or ',', ..]) word = word[1..];
        if (word.IsEmpty || !char.IsDigit(word[0])) return false;
        foreach (var c in word)
            if (!char.IsDigit(c) && c is not (',' or '.' or '-')) return false;
        return true;
    }
}
