using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Reads demands on length: "at most 120 words", "in one sentence", "3 to 5 bullets", "between 40 and 60 words".</summary>
internal static partial class LengthDemands
{
    public static Instructions Read(string statement, Instructions soFar)
    {
        foreach (Match match in Amount().Matches(statement))
        {
            var bounds = BoundsOf(match);
            if (bounds is null) continue;

            var before = statement.AsSpan(0, match.Index).TrimEnd();
            before = before[Math.Max(0, before.Length - 40)..];
            var perBullet = before.Contains("each bullet", StringComparison.OrdinalIgnoreCase) || before.Contains("every bullet", StringComparison.OrdinalIgnoreCase)
                || before.Contains("bullets of", StringComparison.OrdinalIgnoreCase) || statement.AsSpan(match.Index + match.Length).TrimStart().StartsWith("each", StringComparison.OrdinalIgnoreCase);
            soFar = match.Groups["unit"].Value.ToLowerInvariant().TrimEnd('s') switch
            {
                "word" when perBullet => soFar with { WordsPerBullet = soFar.WordsPerBullet.And(bounds) },
                "word" => soFar with { Words = soFar.Words.And(bounds) },
                "sentence" when perBullet => soFar,
                "sentence" => soFar with { Sentences = soFar.Sentences.And(bounds) },
                "paragraph" => soFar with { Paragraphs = soFar.Paragraphs.And(bounds) },
                _ => soFar with { Bullets = soFar.Bullets.And(bounds), AsBullets = true },
            };
        }
        return soFar;
    }

    private static Bounds? BoundsOf(Match match)
    {
        if (NumberWords.Read(match.Groups["n"].ValueSpan) is not { } first) return null;

        if (match.Groups["m"].Success && NumberWords.Read(match.Groups["m"].ValueSpan) is { } second) return new Bounds(first, second);

        var after = match.Groups["after"].ValueSpan.TrimStart();
        if (after.Contains("more", StringComparison.OrdinalIgnoreCase) || after.Contains("least", StringComparison.OrdinalIgnoreCase)) return new Bounds(first, null);
        if (after.Length > 0) return new Bounds(null, first);

        var isWords = char.ToLowerInvariant(match.Groups["unit"].ValueSpan[0]) == 'w';
        return match.Groups["cmp"].Value.ToLowerInvariant() switch
        {
            "at least" or "no fewer than" or "no less than" or "not less than" or "a minimum of" or "minimum of" or "minimum" => new Bounds(first, null),
            "more than" or "over" => new Bounds(first + 1, null),
            "under" or "fewer than" or "less than" or "below" => new Bounds(null, first - 1),
            "exactly" => new Bounds(first, first),
            "" or "in" or "with" or "of" or "as" => isWords ? new Bounds(null, first) : new Bounds(first, first),
            _ => new Bounds(null, first),
        };
    }

    // "No more than", "not over" and "must not exceed" come before the words they negate.
    [GeneratedRegex(@"(?:\b(?<cmp>at most|no more than|not more than|not over|up to|a maximum of|maximum of|maximum|max\.?|not exceed|not exceeding|not be longer than|no longer than|limited to|limit to|to|within|at least|no fewer than|no less than|not less than|a minimum of|minimum of|minimum|more than|over|under|fewer than|less than|below|exactly|in|with|of|as)\s{1,3})?(?:about\s|around\s)?\b(?<n>" + NumberWords.Pattern + @")(?:\s?(?:to|-|–|and|or)\s?(?<m>" + NumberWords.Pattern + @"))?[\s-](?:(?:short|brief|plain|concise|complete|full|simple|clear|bullet|bulleted|single|or fewer|or less)\s){0,2}(?<unit>words?|sentences?|bullets?|points|paragraphs?)\b(?<after>\s?\(?(?:or fewer|or less|or more|at most|at least|maximum|max|in total at most|limit))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
