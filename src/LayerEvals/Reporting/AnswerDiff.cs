using System.Text;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting;

/// <summary>Two answers as a diff of their lines, long lines by sentence: short enough for a comment, the whole of both is in the page.</summary>
internal static class AnswerDiff
{
    // The table of the longest common subsequence has this many cells a side.
    const int MostLines = 150;
    const int LongestLine = 200;

    // No answer is looked at further: its end is in the page.
    const int MostRead = 20_000;

    /// <summary>The lines of both, each after <c>- </c>, <c>+ </c> or two blanks.</summary>
    public static string Of(string before, string after, int most)
    {
        if (before == after) return "  (the same text on both sides)";
        var (old, now) = (Lines(before), Lines(after));
        var text = new StringBuilder();
        var left = 0;
        foreach (var line in Shortened(Marked(old, now)))
        {
            if (left > 0 || text.Length + line.Length + 1 > most) left++;
            else text.Append(line).Append('\n');
        }
        if (left > 0) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  … {Numerals.Count(left, "more line")}");
        return text.ToString().TrimEnd('\n');
    }

    static List<string> Lines(string text)
    {
        var lines = new List<string>();
        foreach (var line in Printable.Lines(text.Length <= MostRead ? text : text[..MostRead]).Split('\n'))
            foreach (var piece in Sentences(line))
            {
                if (lines.Count == MostLines) return lines;
                lines.Add(Printable.Short(piece, LongestLine));
            }
        return lines;
    }

    static IEnumerable<string> Sentences(string line)
    {
        if (line.Length <= LongestLine / 2)
        {
            yield return line;
            yield break;
        }
        var start = 0;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] != ' ' || line[i - 1] is not ('.' or '!' or '?' or '。' or ';')) continue;
            yield return line[start..i];
            start = i + 1;
        }
        yield return line[start..];
    }

    // Length of the longest common subsequence of the rests, then the way through it.
    static IEnumerable<string> Marked(List<string> old, List<string> now)
    {
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var (a, b) = (0, 0);
        while (a < old.Count || b < now.Count)
        {
            if (a < old.Count && b < now.Count && old[a] == now[b])
            {
                yield return $"  {old[a++]}";
                b++;
            }
            else if (a < old.Count && (b == now.Count || common[a + 1, b] >= common[a, b + 1])) yield return $"- {old[a++]}";
            else yield return $"+ {now[b++]}";
        }
    }

    // Of a run of equal lines its ends: what stands next to a change tells where it is.
    static IEnumerable<string> Shortened(IEnumerable<string> marked)
    {
        var equal = new List<string>();
        foreach (var line in marked)
        {
            if (line[0] == ' ')
            {
                equal.Add(line);
                continue;
            }
            foreach (var kept in Ends(equal)) yield return kept;
            equal.Clear();
            yield return line;
        }
        foreach (var kept in Ends(equal)) yield return kept;
    }

    static IEnumerable<string> Ends(List<string> equal) => equal.Count <= 3 ? equal : [equal[0], "  …", equal[^1]];
}
