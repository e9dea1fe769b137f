namespace LayerEvals.JsonSchema;

/// <summary>Escapes that stand for characters: <c>\d</c>, <c>\u{1F600}</c>, <c>\p{Letter}</c>, <c>\.</c>.</summary>
internal static class PatternEscape
{
    /// <summary>Reads what follows a backslash.</summary>
    public static CodePointSet Read(PatternReader reader, bool inClass)
    {
        var letter = reader.Take();
        return letter switch
        {
            'd' => CodePointSet.Digits,
            'D' => CodePointSet.Digits.Complement(),
            'w' => CodePointSet.WordCharacters,
            'W' => CodePointSet.WordCharacters.Complement(),
            's' => CodePointSet.Spaces,
            'S' => CodePointSet.Spaces.Complement(),
            'p' => Property(reader),
            'P' => Property(reader).Complement(),
            _ => CodePointSet.Of(Character(letter, reader, inClass)),
        };
    }

    static int Character(int letter, PatternReader reader, bool inClass) => letter switch
    {
        't' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        'b' when inClass => '\b',
        '0' when !char.IsAsciiDigit(reader.Peek) => 0,
        'c' => char.IsAsciiLetter(reader.Peek) ? reader.Take() % 32 : throw new PatternException("\\c needs a letter"),
        'x' => reader.TakeHex(2),
        'u' => Unicode(reader),
        < 128 when !char.IsAsciiLetterOrDigit((char)letter) => letter,
        _ => throw new PatternException($"\\{Printable.Short(char.ConvertFromUtf32(letter is >= 0xD800 and <= 0xDFFF ? 0xFFFD : letter))} is no escape"),
    };

    static int Unicode(PatternReader reader)
    {
        if (!reader.TryTake("{"))
        {
            var high = reader.TakeHex(4);
            if (!char.IsHighSurrogate((char)high) || !reader.StartsWith("\\u")) return high;
            var back = reader.Position;
            reader.Position += 2;
            if (reader.Peek != '{' && reader.TakeHex(4) is var low && char.IsLowSurrogate((char)low)) return char.ConvertToUtf32((char)high, (char)low);
            reader.Position = back;
            return high;
        }
        var value = 0;
        while (!reader.TryTake("}"))
        {
            value = value * 16 + reader.TakeHex(1);
            if (value > 0x10FFFF) throw new PatternException("\\u{…} is beyond the last code point");
        }
        return value;
    }

    static CodePointSet Property(PatternReader reader)
    {
        if (!reader.TryTake("{")) throw new PatternException("\\p needs a property in braces");
        return UnicodeProperties.Find(reader.TakeUntil('}'));
    }
}
