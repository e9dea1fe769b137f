namespace LayerEvals.JsonSchema;

/// <summary>Sets of ASCII characters as the classes and escapes of ECMA-262 name them; bit n is the character n.</summary>
internal static class AsciiCharacters
{
    const int Count = 128;

    static readonly UInt128 Digits = Range('0', '9');
    static readonly UInt128 WordCharacters = Digits | Range('A', 'Z') | Range('a', 'z') | One('_');
    static readonly UInt128 Spaces = Range('\t', '\r') | One(' ');

    /// <summary><c>.</c>: all but the ends of lines.</summary>
    public static readonly UInt128 Dot = ~(One('\n') | One('\r'));

    /// <summary>The character; the empty set when it is not in ASCII, since no text in ASCII has it.</summary>
    public static UInt128 One(char character) => character < Count ? UInt128.One << character : UInt128.Zero;

    /// <summary>The part of a range that is in ASCII.</summary>
    public static UInt128 Range(char first, char last)
    {
        var set = UInt128.Zero;
        for (int character = first; character <= Math.Min((int)last, Count - 1); character++) set |= UInt128.One << character;
        return set;
    }

    /// <summary>What an escape stands for; null for one that is no set of characters, or is written with more than one letter.</summary>
    public static UInt128? Escaped(char letter) => letter switch
    {
        'd' => Digits,
        'D' => ~Digits,
        'w' => WordCharacters,
        'W' => ~WordCharacters,
        's' => Spaces,
        'S' => ~Spaces,
        't' => One('\t'),
        'n' => One('\n'),
        'v' => One('\v'),
        'f' => One('\f'),
        'r' => One('\r'),
        _ when char.IsAsciiLetterOrDigit(letter) => null,
        _ => One(letter),
    };
}
