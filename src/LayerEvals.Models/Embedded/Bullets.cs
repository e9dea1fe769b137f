using System.Text;

namespace LayerEvals.Models;

/// <summary>Writes the evidence as a list, one finding a line.</summary>
internal static class Bullets
{
    private const int Usual = 3;
    private const double NearTheBest = 0.45;

    public static string Write(Reading reading) => Join(Choose(reading), reading);

    public static string Join(IReadOnlyList<Finding> items, Reading reading)
    {
        var instructions = reading.Instructions;
        var most = instructions.WordsPerBullet.Max ?? int.MaxValue;
        var left = (instructions.Words.Max ?? int.MaxValue) - Words.Count(instructions.Opening) - Words.Count(instructions.Closing);
        var text = new StringBuilder();
        for (var number = 0; number < items.Count; number++)
        {
            var item = items[number];
            var cited = instructions.Citations.Of(item.Id);
            // What is left is shared among the bullets still to come, so that the last one is not starved.
            var share = left == int.MaxValue ? left : left / (items.Count - number);
            var line = Trim.ToWords(item.Text, Math.Min(most, share) is var limit && limit == int.MaxValue ? limit : limit - Words.Count(cited)) + cited;
            if (left != int.MaxValue) left -= Words.Count(line);
            text.Append(text.Length == 0 ? "" : "\n").Append(instructions.BulletMark).Append(line);
        }
        return text.ToString();
    }

    private static List<Finding> Choose(Reading reading)
    {
        var (ranked, bounds) = (reading.Evidence.Ranked, reading.Instructions.Bullets);
        var least = bounds.Min ?? 1;
        var most = Math.Max(least, bounds.Max ?? Math.Max(least, Usual));
        var chosen = new List<Finding>();
        foreach (var finding in ranked)
        {
            if (chosen.Count >= most) break;
            if (chosen.Count >= least && (finding.Score < NearTheBest * ranked[0].Score || finding.Score <= 0)) break;
            if (!ForbiddenWords.Occur(reading.Instructions.Forbidden, finding.Text)) chosen.Add(finding);
        }
        if (chosen.Count == 0 && ranked.Count > 0) chosen.Add(ranked[0] with { Text = ForbiddenWords.CutFrom(ranked[0].Text, reading.Instructions.Forbidden) });
        chosen.Sort((a, b) => a.Order.CompareTo(b.Order));
        while (chosen.Count < least && SplitLongest(chosen)) { }
        return chosen;
    }

    // Too few sentences for the bullets that were asked for: the longest one is parted at a comma or semicolon.
    private static bool SplitLongest(List<Finding> chosen)
    {
        var (longest, cut) = (-1, 0);
        for (var number = 0; number < chosen.Count; number++)
        {
            var text = chosen[number].Text;
            var at = text.LastIndexOf("; ", StringComparison.Ordinal);
            if (at < 0) at = text.IndexOf(", ", StringComparison.Ordinal);
            if (at <= 0 || (longest >= 0 && text.Length <= chosen[longest].Text.Length)) continue;
            (longest, cut) = (number, at);
        }
        if (longest < 0) return false;

        var whole = chosen[longest];
        chosen[longest] = whole with { Text = whole.Text[..cut] + "." };
        chosen.Insert(longest + 1, whole with { Text = whole.Text[(cut + 2)..] });
        return true;
    }
}
