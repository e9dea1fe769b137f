using System.Text;

namespace LayerEvals.JsonSchema;

/// <summary>Reads a pattern code point by code point.</summary>
internal sealed class PatternReader(string pattern)
{
    public int Position { get; set; }

    public bool AtEnd => Position >= pattern.Length;

    public char Peek => AtEnd ? '\0' : pattern[Position];

    public bool StartsWith(string text) => string.CompareOrdinal(pattern, Position, text, 0, text.Length) == 0;

    public bool TryTake(string text)
    {
        if (!StartsWith(text)) return false;
        Position += text.Length;
        return true;
    }

    /// <summary>The next code point; a lone surrogate is itself.</summary>
    public int Take()
    {
        if (AtEnd) throw new PatternException("it ends too early");
        if (Rune.TryGetRuneAt(pattern, Position, out var rune))
        {
            Position += rune.Utf16SequenceLength;
            return rune.Value;
        }
        return pattern[Position++];
    }

    /// <summary>The text up to a character, which is taken too.</summary>
    public string TakeUntil(char end)
    {
        var at = pattern.IndexOf(end, Position);
        if (at < 0) throw new PatternException($"a '{end}' is missing");
        var text = pattern[Position..at];
        Position = at + 1;
        return text;
    }

    public string TakeDigits()
    {
        var start = Position;
        while (!AtEnd && char.IsAsciiDigit(Peek)) Position++;
        return pattern[start..Position];
    }

    public int TakeHex(int digits)
    {
        var value = 0;
        for (var i = 0; i < digits; i++)
        {
            if (AtEnd || !char.IsAsciiHexDigit(Peek)) throw new PatternException($"{digits} hexadecimal digits are missing after an escape");
            value = value * 16 + Convert.ToInt32(Peek.ToString(), 16);
            Position++;
        }
        return value;
    }
}
