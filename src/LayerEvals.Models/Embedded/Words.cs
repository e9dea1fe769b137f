namespace LayerEvals.Models;

/// <summary>Walks over the words of a text: runs of letters and digits; "5,000", "4.1" and "don't" are one word each.</summary>
internal ref struct Words(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int next;

    public int Start { get; private set; }

    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Current => text.Slice(Start, Length);

    public bool MoveNext()
    {
        while (next < text.Length && !char.IsLetterOrDigit(text[next])) next++;
        if (next >= text.Length) return false;

        Start = next;
        while (next < text.Length && (char.IsLetterOrDigit(text[next]) || Joins(next))) next++;
        Length = next - Start;
        return true;
    }

    private readonly bool Joins(int at)
    {
        if (at + 1 >= text.Length || at == 0) return false;
        var (before, mark, after) = (text[at - 1], text[at], text[at + 1]);
        return mark switch
        {
            '.' or ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
            _ => false,
        };
    }

    /// <summary>Words as a reader counts them: runs without white space that hold a letter or a digit.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        var counted = false;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter)) counted = false;
            else if (!counted && char.IsLetterOrDigit(letter))
            {
                counted = true;
                count++;
            }
        }
        return count;
    }
}
