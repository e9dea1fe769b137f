using System.Globalization;
using System.Text;

namespace LayerEvals.Scoring;

/// <summary>What is counted as a word, a paragraph, a bullet and a line (docs/units.md says it for users).</summary>
internal static class Units
{
    /// <summary>Whether there is nothing to see: white space, zero-width and control characters only.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control)) return false;
        return true;
    }

    /// <summary>Runs of anything but white space that hold a letter or a digit; each Han or kana character is a word of its own.</summary>
    public static int Words(string text)
    {
        var words = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsCjk(rune.Value))
            {
                words++;
                inWord = false;
            }
            else if (Rune.IsWhiteSpace(rune)) inWord = false;
            else if (!inWord && Rune.IsLetterOrDigit(rune))
            {
                words++;
                inWord = true;
            }
        }
        return words;
    }

    /// <summary>Blocks of lines between blank lines.</summary>
    public static int Paragraphs(string text)
    {
        var paragraphs = 0;
        var inParagraph = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var blank = line.IsWhiteSpace();
            if (!blank && !inParagraph) paragraphs++;
            inParagraph = !blank;
        }
        return paragraphs;
    }

    /// <summary>Lines that start, after white space, with <c>-</c>, <c>*</c>, <c>+</c> or <c>•</c> and a blank.</summary>
    public static int Bullets(string text)
    {
        var bullets = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
            if (IsBullet(line)) bullets++;
        return bullets;
    }

    /// <summary>Whether a line is a bullet.</summary>
    public static bool IsBullet(ReadOnlySpan<char> line)
    {
        var content = line.TrimStart();
        return content.Length > 1 && content[0] is '-' or '*' or '+' or '•' && char.IsWhiteSpace(content[1]) && !content[1..].IsWhiteSpace();
    }

    /// <summary>Lines that start with one to six <c>#</c>, a blank and text: the headings of Markdown.</summary>
    public static int Sections(string text)
    {
        var sections = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var title = line.TrimStart('#');
            var level = line.Length - title.Length;
            if (level is >= 1 and <= 6 && title is [' ' or '\t', ..] && !title.IsWhiteSpace()) sections++;
        }
        return sections;
    }

    /// <summary>Lines that are not blank.</summary>
    public static int Lines(string text)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
            if (!line.IsWhiteSpace()) lines++;
        return lines;
    }

    /// <summary>Kana, the CJK blocks, and the ideographic planes: scripts written without blanks between words.</summary>
    public static bool IsCjk(int c) => c is >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;
}
