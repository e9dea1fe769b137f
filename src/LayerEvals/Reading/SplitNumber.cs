using LayerEvals.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LayerEvals.Reading;

/// <summary>Looks, item by item, for numbers that a list in brackets cuts at their commas: <c>[covered at 5,500 m]</c> is two texts, and one of them is in every answer.</summary>
/// <param name="file">The file of the list.</param>
/// <param name="lineOf">The line of a place in it.</param>
internal sealed class SplitNumber(SourceFile file, Func<Mark, int> lineOf)
{
    // A longer text is not written out.
    const int MostShown = 60;

    static readonly char[] Digits = [.. "0123456789"];

    // Neighbours, without a blank between them, that read as one text with such a number.
    readonly List<Scalar> parts = [];

    /// <summary>The next item of the list; null for one that is no text.</summary>
    public void Add(Scalar? item)
    {
        if (item is not null && parts.Count > 0 && GoesOn(parts[^1], item))
        {
            parts.Add(item);
            return;
        }
        End();
        if (item is not null) parts.Add(item);
    }

    /// <summary>The list ends; what it cuts is warned of.</summary>
    public void End()
    {
        // [200,404] is a list of numbers, written closely.
        if (parts.Count > 1 && !parts.TrueForAll(p => p.Value.All(char.IsAsciiDigit))) Warn();
        parts.Clear();
    }

    void Warn()
    {
        var whole = string.Join(',', parts.Select(p => p.Value));
        var what = parts.Count == 2 ? $"`{Shown(parts[0].Value)}` and `{Shown(parts[1].Value)}` are two texts" : $"`{Shown(whole)}` is {parts.Count} texts";
        var advice = whole.Length > MostShown || whole.Contains('"') ? "put the whole text in quotes" : $"write \"{Shown(whole)}\" in quotes";
        file.Warn(ProblemIds.SplitNumber, lineOf(parts[1].Start), $"{what}: a comma ends a text in [ ]", $"if it is one number, {advice}; if not, put a blank behind the comma");
    }

    static string Shown(string text) => Printable.Short(text, MostShown);

    static bool GoesOn(Scalar before, Scalar after) =>
        before.Style == ScalarStyle.Plain && after.Style == ScalarStyle.Plain && after.Start.Index == before.End.Index + 1 && EndsInDigits(before.Value) && StartsWithThousands(after.Value);

    static bool EndsInDigits(string text)
    {
        var digits = text.Length - text.TrimEnd(Digits).Length;
        return digits is >= 1 and <= 3;
    }

    static bool StartsWithThousands(string text) => text.Length - text.TrimStart(Digits).Length == 3;
}
