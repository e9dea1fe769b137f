using LayerEvals.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LayerEvals.Reading;

/// <summary>A number that a list in brackets cuts at its comma: <c>[covered at 5,500 m]</c> is two texts, and one of them is in every answer.</summary>
internal static class SplitNumber
{
    /// <summary>Warns where two neighbours, without a blank between them, read as one text with such a number.</summary>
    public static void Warn(SourceFile file, int line, Scalar before, Scalar after)
    {
        if (before.Style != ScalarStyle.Plain || after.Style != ScalarStyle.Plain || after.Start.Index != before.End.Index + 1) return;
        if (!EndsInDigits(before.Value) || !StartsWithThousands(after.Value)) return;
        // [200,404] is a list of numbers, written closely.
        if (before.Value.All(char.IsAsciiDigit) && after.Value.All(char.IsAsciiDigit)) return;
        file.Warn(ProblemIds.SplitNumber, line, $"`{Printable.Short(before.Value, 60)}` and `{Printable.Short(after.Value, 60)}` are two texts: a comma ends a text in [ ]",
            $"if it is one number, write \"{Printable.Short(before.Value, 60)},{Printable.Short(after.Value, 60)}\" in quotes; if not, put a blank behind the comma");
    }

    static bool EndsInDigits(string text)
    {
        var digits = text.Length - text.TrimEnd(Digits).Length;
        return digits is >= 1 and <= 3;
    }

    static bool StartsWithThousands(string text) => text.Length - text.TrimStart(Digits).Length == 3;

    static readonly char[] Digits = [.. "0123456789"];
}
