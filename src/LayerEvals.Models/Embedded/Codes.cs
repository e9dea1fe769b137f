using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Codes that a prompt lists, each at the start of its line: "R1: the receipt is missing".</summary>
internal static partial class Codes
{
    private const int Most = 100;

    public static IReadOnlyList<string> In(IEnumerable<string> statements)
    {
        var codes = new List<string>();
        foreach (var statement in statements)
            if (codes.Count < Most && Listed().Match(statement) is { Success: true } match && !codes.Contains(match.Groups["code"].Value)) codes.Add(match.Groups["code"].Value);
        return codes;
    }

    public static bool IsOne(string text) => Single().IsMatch(text);

    /// <summary>Whether two codes are of one family: "R1" and "R22", "S-04" and "S-11".</summary>
    public static bool AreAlike(string one, string other) => Family(one) is { Length: > 0 } family && family.SequenceEqual(Family(other));

    private static ReadOnlySpan<char> Family(string code) => char.IsAsciiDigit(code[^1]) ? code.AsSpan(0, code.AsSpan().IndexOfAnyInRange('0', '9')) : [];

    public static bool AreAsked(string name) =>
        name.Contains("code", StringComparison.OrdinalIgnoreCase) || name.Contains("flag", StringComparison.OrdinalIgnoreCase)
        || name.Contains("rule", StringComparison.OrdinalIgnoreCase) || name.Contains("reason", StringComparison.OrdinalIgnoreCase)
        || name.Contains("label", StringComparison.OrdinalIgnoreCase) || name.Contains("tag", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?:[A-Z]{1,12}[-_.]?[0-9]{1,5}|[A-Z][A-Z0-9]{1,20}(?:[_-][A-Z0-9]{1,20}){0,5}|[a-z]{2,20}(?:[_-][a-z0-9]{1,20}){1,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex Single();

    [GeneratedRegex(@"^[""“`']?(?<code>[A-Z]{1,12}[-_.]?[0-9]{1,5}|[A-Z][A-Z0-9]{1,20}(?:[_-][A-Z0-9]{1,20}){0,5}|[a-z]{2,20}(?:[_-][a-z0-9]{1,20}){1,5})[""”`']?\s?(?::|=|–|—|-|\bif\b|\bwhen\b|\b(?:applies|apply|holds) (?:if|when)\b)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Listed();
}
