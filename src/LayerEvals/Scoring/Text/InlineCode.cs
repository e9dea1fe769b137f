using System.Runtime.InteropServices;

namespace LayerEvals.Scoring.Text;

/// <summary>Code between backticks: a run of them, closed by the next run of the same length.</summary>
internal static class InlineCode
{
    /// <summary>The inline code between two indices, in order.</summary>
    public static IReadOnlyList<TextRegion> In(string text, int start, int end)
    {
        if (!text.AsSpan(start, end - start).Contains('`')) return [];
        var runs = Runs(text, start, end);
        if (runs.Count < 2) return [];
        var closers = Closers(runs);
        var found = new List<TextRegion>();
        for (var i = 0; i < runs.Count; i++)
        {
            if (closers[i] < 0) continue;
            var (from, close) = (runs[i], runs[closers[i]]);
            found.Add(new TextRegion(RegionKind.InlineCode, from.Start, close.Start + close.Length - from.Start));
            i = closers[i];
        }
        return found;
    }

    static List<(int Start, int Length)> Runs(string text, int start, int end)
    {
        var runs = new List<(int, int)>();
        for (var at = start; at < end && text.AsSpan(at, end - at).IndexOf('`') is >= 0 and var ahead;)
        {
            var from = at += ahead;
            while (at < end && text[at] == '`') at++;
            runs.Add((from, at - from));
        }
        return runs;
    }

    // From the right, so that each run finds the next one of its length at once: looking ahead from each would be quadratic.
    static int[] Closers(List<(int Start, int Length)> runs)
    {
        var closers = new int[runs.Count];
        var next = new Dictionary<int, int>();
        for (var i = runs.Count - 1; i >= 0; i--)
        {
            ref var later = ref CollectionsMarshal.GetValueRefOrAddDefault(next, runs[i].Length, out var known);
            closers[i] = known ? later : -1;
            later = i;
        }
        return closers;
    }
}
