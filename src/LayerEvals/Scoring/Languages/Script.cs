using System.Text;

namespace LayerEvals.Scoring.Languages;

/// <summary>A writing system; <see cref="Other"/> is every one that no known language uses.</summary>
internal enum Script
{
    Other = 0,
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Hebrew,
    Greek,
    Armenian,
    Georgian,
    Thai,
    Lao,
    Khmer,
    Myanmar,
    Ethiopic,
    Hangul,
    Kana,
    Han,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
}

/// <summary>Which script a letter is of, by the blocks of Unicode.</summary>
internal static class Scripts
{
    static readonly (int From, int To, Script Script)[] Blocks =
    [
        (0x0041, 0x024F, Script.Latin), (0x0370, 0x03FF, Script.Greek), (0x0400, 0x052F, Script.Cyrillic), (0x0530, 0x058F, Script.Armenian), (0x0590, 0x05FF, Script.Hebrew),
        (0x0600, 0x06FF, Script.Arabic), (0x0750, 0x077F, Script.Arabic), (0x0900, 0x097F, Script.Devanagari), (0x0980, 0x09FF, Script.Bengali), (0x0A00, 0x0A7F, Script.Gurmukhi),
        (0x0A80, 0x0AFF, Script.Gujarati), (0x0B80, 0x0BFF, Script.Tamil), (0x0C00, 0x0C7F, Script.Telugu), (0x0C80, 0x0CFF, Script.Kannada), (0x0D00, 0x0D7F, Script.Malayalam),
        (0x0D80, 0x0DFF, Script.Sinhala), (0x0E00, 0x0E7F, Script.Thai), (0x0E80, 0x0EFF, Script.Lao), (0x1000, 0x109F, Script.Myanmar), (0x10A0, 0x10FF, Script.Georgian),
        (0x1100, 0x11FF, Script.Hangul), (0x1200, 0x139F, Script.Ethiopic), (0x1780, 0x17FF, Script.Khmer), (0x1C90, 0x1CBF, Script.Georgian), (0x1E00, 0x1EFF, Script.Latin),
        (0x1F00, 0x1FFF, Script.Greek), (0x3040, 0x30FF, Script.Kana), (0x3130, 0x318F, Script.Hangul), (0x3400, 0x9FFF, Script.Han), (0xAC00, 0xD7AF, Script.Hangul),
        (0xF900, 0xFAFF, Script.Han), (0xFB50, 0xFDFF, Script.Arabic), (0xFE70, 0xFEFF, Script.Arabic), (0x20000, 0x3FFFF, Script.Han),
    ];

    public static int Number { get; } = Enum.GetValues<Script>().Length;

    public static Script Of(Rune letter)
    {
        if (letter.IsAscii) return Script.Latin;
        var low = 0;
        var high = Blocks.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (letter.Value < Blocks[middle].From) high = middle - 1;
            else if (letter.Value > Blocks[middle].To) low = middle + 1;
            else return Blocks[middle].Script;
        }
        return Script.Other;
    }
}
