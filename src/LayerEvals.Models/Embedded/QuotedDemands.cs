using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Reads what a prompt puts in quotation marks: what to say, begin with, end with, include or never use.</summary>
internal static partial class QuotedDemands
{
    public static Instructions Read(string statement, Instructions soFar)
    {
        var from = 0;
        while (from < statement.Length)
        {
            var match = Quoted().Match(statement, from);
            if (!match.Success) break;

            var quote = match.Groups["text"].Value;
            var before = statement[..match.Index].ToLowerInvariant();
            var after = statement[(match.Index + match.Length)..].ToLowerInvariant();
            soFar = Place(quote, before, after, soFar);
            from = match.Index + match.Length;
        }
        return Unquoted().Match(statement) is { Success: true } plain ? soFar with { NotFound = plain.Groups["text"].Value } : soFar;
    }

    private static Instructions Place(string quote, string before, string after, Instructions soFar)
    {
        if (BulletLine().IsMatch(before)) return StartsWith().IsMatch(before) ? soFar with { BulletMark = quote.EndsWith(' ') ? quote : quote + " " } : soFar;
        if (EndsWith().IsMatch(before)) return soFar with { Closing = quote };
        if (StartsWith().IsMatch(before)) return soFar with { Opening = quote };

        var condition = Condition().IsMatch(before) ? before : Condition().IsMatch(after) ? after : "";
        var isLabel = !quote.Contains(' ') && !Saying().IsMatch(before);
        if (Reply().IsMatch(before) && condition.Length > 0 && !isLabel)
        {
            if (Absent().IsMatch(condition) && Holder().IsMatch(condition)) return soFar with { NotFound = quote };
            if (quote.Contains(' ')) return soFar with { SetReplies = [.. soFar.SetReplies, new SetReply(condition, quote)] };
        }
        // What an earlier quote says is no demand: say "not given" where the form says "not given".
        if (Never().IsMatch(Quoted().Replace(before, " … "))) return soFar with { Forbidden = [.. soFar.Forbidden, quote.TrimEnd('.', ',')] };
        if (!isLabel && Reply().IsMatch(before) && Otherwise().IsMatch(before)) return soFar with { NotFound = quote };
        return condition.Length == 0 && Include().IsMatch(before) ? soFar with { Included = [.. soFar.Included, quote] } : soFar;
    }

    // "If the text does not say it, answer: The text does not say."
    [GeneratedRegex(@"^if\b[^.:""“`]{0,80}\b(?:not|no|nothing|cannot)\b[^.:""“`]{0,60}\b(?:answer|say|reply|write|respond)(?: exactly)?: (?<text>[A-Z][^""“”`{}]{2,120})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unquoted();

    [GeneratedRegex("(?:\"(?<text>[^\"\\n]{1,300})\"|“(?<text>[^”\\n]{1,300})”|`(?<text>[^`\\n]{1,300})`)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:each|every) (?:bullet|line|item|point)|\bbullets? (?:must |should )?(?:start|begin)|\bbullets?\b[^""“`]{0,20}\beach\b")]
    private static partial Regex BulletLine();

    [GeneratedRegex(@"\b(?:begin|begins|start|starts|open|opens|starting|beginning|opening|first (?:line|sentence|words?)|greet\w{0,4}|greeting|salutation)\b[^""“`]{0,60}$")]
    private static partial Regex StartsWith();

    [GeneratedRegex(@"\b(?:end|ends|close|closes|finish|finishes|ending|closing|conclude|last (?:line|sentence|words?)|sign off|sign-off)\b[^""“`]{0,60}$")]
    private static partial Regex EndsWith();

    [GeneratedRegex(@"\b(?:if|when|where|whenever|unless|in case)\b")]
    private static partial Regex Condition();

    [GeneratedRegex(@"\b(?:say|answer|reply|write|respond|return|output|state|use|give|set|is|be|with)\b[^""“`]{0,60}$")]
    private static partial Regex Reply();

    [GeneratedRegex(@"\b(?:say|answer|reply|write|respond|return|output)\b[^""“`]{0,60}$")]
    private static partial Regex Saying();

    [GeneratedRegex(@"\b(?:not|no|cannot|nothing|none|neither|missing|lacks?|without|absent|unable|insufficient|isn't|aren't|don't|doesn't|can't|unanswerable|unless|outside)\b")]
    private static partial Regex Absent();

    [GeneratedRegex(@"\b(?:sources?|passages?|text|context|documents?|answers?|answered|information|excerpts?|clauses?|sections?|handbook|manual|record|it|know|given|stated|found|cover(?:ed)?|support(?:ed)?)\b")]
    private static partial Regex Holder();

    [GeneratedRegex(@"\b(?:otherwise|else|not found|abstain)\b")]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"\b(?:never|not|avoid|don't|without|no|forbidden|banned|prohibited)\b")]
    private static partial Regex Never();

    [GeneratedRegex(@"\b(?:include|includes|contain|mention)\b[^""“`]{0,60}(?:[""“`][^""“`]{0,60}[""“`][^""“`]{0,10}){0,6}$")]
    private static partial Regex Include();
}
