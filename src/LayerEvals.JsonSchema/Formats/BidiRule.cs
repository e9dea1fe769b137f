using System.Globalization;
using System.Text;

namespace LayerEvals.JsonSchema;

/// <summary>The rule of RFC 5893, section 2, for names with right-to-left labels. Directions are told by blocks and categories.</summary>
internal static class BidiRule
{
    enum Direction
    {
        Left,
        Right,
        ArabicLetter,
        ArabicNumber,
        EuropeanNumber,
        Mark,
        Neutral,
    }

    public static bool Holds(IReadOnlyList<string> labels)
    {
        var directions = labels.Select(l => l.EnumerateRunes().Select(Of).ToArray()).ToArray();
        if (!directions.Any(l => l.Any(IsRight))) return true;
        return directions.All(LabelHolds);
    }

    static bool IsRight(Direction direction) => direction is Direction.Right or Direction.ArabicLetter or Direction.ArabicNumber;

    static bool LabelHolds(Direction[] label)
    {
        var end = label.Length - 1;
        while (end > 0 && label[end] == Direction.Mark) end--;
        if (label[0] == Direction.Left) return !label.Any(IsRight) && label[end] is Direction.Left or Direction.EuropeanNumber;
        if (label[0] is not (Direction.Right or Direction.ArabicLetter)) return false;
        if (label.Contains(Direction.Left)) return false;
        if (label.Contains(Direction.ArabicNumber) && label.Contains(Direction.EuropeanNumber)) return false;
        return label[end] is not (Direction.Neutral or Direction.Mark);
    }

    static Direction Of(Rune rune)
    {
        var c = rune.Value;
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return Direction.Mark;
        if (c is >= '0' and <= '9' or >= 0x6F0 and <= 0x6F9) return Direction.EuropeanNumber;
        if (c is >= 0x660 and <= 0x669) return Direction.ArabicNumber;
        if (c is (>= 0x600 and <= 0x7BF) or (>= 0x860 and <= 0x8FF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x1EE00 and <= 0x1EEFF)) return Direction.ArabicLetter;
        if (c is (>= 0x590 and <= 0x5FF) or (>= 0x7C0 and <= 0x85F) or (>= 0xFB1D and <= 0xFB4F) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF)) return Direction.Right;
        return c is '-' or 0xB7 or 0x30FB or 0x200C or 0x200D or 0x375 ? Direction.Neutral : Direction.Left;
    }
}
