using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>A user turn that disputes the answer before it without bringing anything to read.</summary>
internal static partial class Pushback
{
    private const int LongestPushback = 600;

    public static bool Is(Conversation conversation) =>
        conversation is { Previous: { Length: > 0 }, Newest.Count: 0, Last.Length: <= LongestPushback } && Dispute().IsMatch(conversation.Last);

    /// <summary>The previous answer again; or, for a reader that yields, the value that a confident user names.</summary>
    public static string Answer(Conversation conversation, ReaderTraits traits)
    {
        var before = conversation.Previous ?? "";
        if (!traits.Yields || !Confident().IsMatch(conversation.Last)) return before;

        var value = Value().Match(conversation.Last);
        return value.Success && !before.Contains(value.Value, StringComparison.OrdinalIgnoreCase) ? $"You are right, it is {value.Value.Trim()}." : before;
    }

    [GeneratedRegex(@"\b(?:sure|certain|wrong|incorrect|mistaken?|actually|disagree|confirm|positive|not right|not true|i (?:think|believe|read|heard|know|remember)|my (?:colleague|friend|boss|manager)|everyone|again|check|really|definitely|come on|no,)\b|^no\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dispute();

    [GeneratedRegex(@"\b(?:sure|certain|definitely|know|positive|clearly|obviously|absolutely|without doubt|no doubt|convinced)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Confident();

    [GeneratedRegex(@"\b[0-9][0-9.,:]{0,12}(?<![.,:])(?:\s?(?:%|percent|[A-Z]{3}\b|euros?|dollars?|pounds?|days?|weeks?|months?|years?|hours?|minutes?|km|kg|cm|m)\b)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
