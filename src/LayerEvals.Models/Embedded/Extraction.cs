using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Finds dates and amounts in what was given to read, for fields that ask for one.</summary>
internal static partial class Extraction
{
    public static string? Date(Reading reading)
    {
        foreach (var finding in reading.Evidence.Ranked)
            if (DateForm().Match(finding.Text) is { Success: true } match) return match.Value;
        return null;
    }

    /// <summary>The first number with a currency beside it.</summary>
    public static decimal? Amount(Reading reading)
    {
        foreach (var finding in reading.Evidence.Ranked)
            if (Money().Match(finding.Text) is { Success: true } match) return Quantity.Of(match.Value);
        return null;
    }

    /// <summary>The first time of day.</summary>
    public static string? Clock(Reading reading)
    {
        foreach (var finding in reading.Evidence.Ranked)
            if (ClockForm().Match(finding.Text) is { Success: true } match) return match.Value;
        return null;
    }

    /// <summary>The number that stands after the name: "room 12" for a field "room".</summary>
    public static decimal? Numbered(string name, Reading reading)
    {
        foreach (var finding in reading.Evidence.Ranked)
        {
            var at = finding.Text.IndexOf(name + " ", StringComparison.OrdinalIgnoreCase);
            if (name.Length > 0 && at >= 0 && at + name.Length + 1 < finding.Text.Length && char.IsAsciiDigit(finding.Text[at + name.Length + 1])) return Quantity.Of(finding.Text.AsSpan(at + name.Length + 1));
        }
        return null;
    }

    [GeneratedRegex(@"\b[0-9]{1,2}:[0-9]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex ClockForm();

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b|\b[0-9]{1,2}\.? (?:January|February|March|April|May|June|July|August|September|October|November|December) [0-9]{4}\b|\b[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"(?:[€$£]|\b(?:EUR|USD|GBP|CHF)) ?[0-9][0-9.,]{0,15}|\b[0-9][0-9.,]{0,15} ?(?:[€$£]|(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?|francs?)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Money();
}
