using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Answers about a list in the question itself: how many, the largest, the smallest, in order.</summary>
internal static partial class ListedItems
{
    private const int MostItems = 200;

    public static string? Answer(string question)
    {
        var colon = question.IndexOf(':');
        var order = colon < 0 ? Between().Match(question) : Match.Empty;
        if (colon < 0 && !order.Success) return null;

        var asked = colon >= 0 ? question[..colon] : question;
        var items = Items(colon >= 0 ? question[(colon + 1)..] : order.Groups["list"].Value);
        if (items.Count is < 2 or > MostItems) return null;

        if (HowMany().IsMatch(asked)) return Plain.Number(items.Count);
        if (Sorted().IsMatch(asked)) return string.Join(", ", Sort(items, Descending().IsMatch(asked)));
        if (Reversed().IsMatch(asked)) return string.Join(", ", items.AsEnumerable().Reverse());
        if (Largest().IsMatch(asked)) return Extreme(items, -1);
        return Smallest().IsMatch(asked) ? Extreme(items, 1) : null;
    }

    private static List<string> Items(string list)
    {
        var items = new List<string>();
        foreach (var part in list.Split([',', ';', '\n']))
        {
            var item = part.Trim();
            if (item.StartsWith("and ", StringComparison.OrdinalIgnoreCase)) item = item[4..];
            else if (item.StartsWith("or ", StringComparison.OrdinalIgnoreCase)) item = item[3..];
            item = item.TrimStart('-', '*', ' ').TrimEnd('.', '?', '!', ' ');
            var joint = item.IndexOf(" and ", StringComparison.Ordinal) is >= 0 and var at ? at : item.IndexOf(" or ", StringComparison.Ordinal);
            if (joint > 0) items.Add(item[..joint].Trim());
            var last = joint > 0 ? item[(item.IndexOf(' ', joint + 1) + 1)..].Trim() : item;
            if (last.Length > 0) items.Add(last);
        }
        return items;
    }

    private static List<string> Sort(List<string> items, bool isDescending)
    {
        var byNumber = items.TrueForAll(item => Quantity.Of(item) is not null);
        var sorted = new List<string>(items);
        sorted.Sort((a, b) => byNumber ? decimal.Compare(Quantity.Of(a) ?? 0, Quantity.Of(b) ?? 0) : string.Compare(a, b, StringComparison.OrdinalIgnoreCase));
        if (isDescending) sorted.Reverse();
        return sorted;
    }

    private static string? Extreme(List<string> items, int sign)
    {
        if (!items.TrueForAll(item => Quantity.Of(item) is not null)) return null;

        var best = items[0];
        foreach (var item in items)
            if (sign * decimal.Compare(Quantity.Of(item) ?? 0, Quantity.Of(best) ?? 0) < 0) best = item;
        return best;
    }

    [GeneratedRegex(@"\b(?:of|from|between|among)\s(?<list>[0-9][^?]{1,200})\?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\bhow many\b|\bcount the\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HowMany();

    [GeneratedRegex(@"\b(?:alphabetical|alphabetically|sort|ascending|descending|order)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sorted();

    [GeneratedRegex(@"\b(?:descending|reverse|largest first|highest first|from largest)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Descending();

    [GeneratedRegex(@"\breverse\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reversed();

    [GeneratedRegex(@"\b(?:largest|biggest|greatest|highest|most|maximum|longest|heaviest|latest|last|oldest)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Largest();

    [GeneratedRegex(@"\b(?:smallest|least|lowest|minimum|shortest|lightest|earliest|first|youngest|cheapest)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Smallest();
}
