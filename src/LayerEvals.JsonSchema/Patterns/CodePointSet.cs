using System.Globalization;
using System.Text;

namespace LayerEvals.JsonSchema;

/// <summary>A set of code points, as ordered ranges. Lone surrogates are never in it: they are no characters.</summary>
internal sealed class CodePointSet
{
    const int Last = 0x10FFFF;

    public CodePointSet(IEnumerable<(int From, int To)> ranges) => Ranges = Merge(ranges);

    public IReadOnlyList<(int From, int To)> Ranges { get; }

    public static CodePointSet Digits { get; } = new([('0', '9')]);

    public static CodePointSet WordCharacters { get; } = new([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);

    /// <summary>WhiteSpace and LineTerminator of ECMA-262.</summary>
    public static CodePointSet Spaces { get; } = new([('\t', '\r'), (' ', ' '), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF)]);

    public static CodePointSet Dot { get; } = new CodePointSet([('\n', '\n'), ('\r', '\r'), (0x2028, 0x2029)]).Complement();

    public static CodePointSet Of(int codePoint) => new([(codePoint, codePoint)]);

    /// <summary>The only code point; null when there are more, or none.</summary>
    public int? Single => Ranges.Count == 1 && Ranges[0].From == Ranges[0].To ? Ranges[0].From : null;

    public CodePointSet Complement()
    {
        var others = new List<(int, int)>();
        var next = 0;
        foreach (var (from, to) in Ranges)
        {
            if (from > next) others.Add((next, from - 1));
            next = to + 1;
        }
        if (next <= Last) others.Add((next, Last));
        return new CodePointSet(others);
    }

    /// <summary>Writes the set as one atom of a .NET expression, in UTF-16.</summary>
    public void AppendTo(StringBuilder result)
    {
        var basic = new StringBuilder();
        foreach (var (from, to) in Ranges)
        {
            AppendRange(basic, from, Math.Min(to, 0xD7FF));
            AppendRange(basic, Math.Max(from, 0xE000), Math.Min(to, 0xFFFF));
        }
        var alternatives = Pairs();
        if (basic.Length > 0) alternatives.Insert(0, $"[{basic}]");
        if (alternatives.Count == 0) result.Append(@"[^\s\S]");
        else if (alternatives.Count == 1 && basic.Length > 0) result.Append(alternatives[0]);
        else result.Append("(?:").AppendJoin('|', alternatives).Append(')');
    }

    // Surrogate pairs: the first halves that go with the same second halves are one alternative.
    List<string> Pairs()
    {
        var seconds = new SortedDictionary<int, StringBuilder>();
        foreach (var (from, to) in Ranges)
        {
            for (var next = Math.Max(from, 0x10000); next <= to; next = ((next >> 10) + 1) << 10)
            {
                var first = 0xD800 + ((next - 0x10000) >> 10);
                if (!seconds.TryGetValue(first, out var second)) seconds.Add(first, second = new StringBuilder());
                AppendRange(second, 0xDC00 + (next & 0x3FF), 0xDC00 + (Math.Min(to, next | 0x3FF) & 0x3FF));
            }
        }
        return [.. seconds.GroupBy(p => p.Value.ToString(), p => p.Key, StringComparer.Ordinal).Select(g => $"[{Class(g)}][{g.Key}]")];
    }

    static StringBuilder Class(IEnumerable<int> characters)
    {
        var text = new StringBuilder();
        foreach (var (from, to) in Merge(characters.Select(c => (c, c)))) AppendRange(text, from, to);
        return text;
    }

    static void AppendRange(StringBuilder into, int from, int to)
    {
        if (from > to) return;
        into.Append(CultureInfo.InvariantCulture, $"\\u{from:X4}");
        if (to > from) into.Append(CultureInfo.InvariantCulture, $"-\\u{to:X4}");
    }

    static List<(int From, int To)> Merge(IEnumerable<(int From, int To)> ranges)
    {
        var merged = new List<(int From, int To)>();
        foreach (var range in ranges.OrderBy(r => r.From))
        {
            if (merged.Count > 0 && range.From <= merged[^1].To + 1) merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, range.To));
            else merged.Add(range);
        }
        return merged;
    }
}
