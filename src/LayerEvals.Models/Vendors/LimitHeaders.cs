using System.Globalization;
using System.Text.RegularExpressions;
using LayerEvals.Answering.Limiting;

namespace LayerEvals.Models.Vendors;

/// <summary>What the headers of a response say of waiting and of limits. Sources: RFC 9110, 10.2.3; the pages on rate limits of OpenAI, Azure OpenAI and Anthropic.</summary>
internal sealed partial class LimitHeaders(Func<string, string?> header)
{
    /// <summary>How long to wait: <c>retry-after-ms</c>, then <c>Retry-After</c> in seconds or as a date.</summary>
    public TimeSpan? RetryAfter
    {
        get
        {
            if (Number(header("retry-after-ms")) is { } milliseconds) return TimeSpan.FromMilliseconds(milliseconds);
            if (header("Retry-After") is not { } text) return null;
            if (Number(text) is { } seconds) return TimeSpan.FromSeconds(seconds);
            return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Until(date) : null;
        }
    }

    public VendorLimits? Limits
    {
        get
        {
            var requests = Remaining("x-ratelimit-remaining-requests", "x-ratelimit-reset-requests") ?? Remaining("anthropic-ratelimit-requests-remaining", "anthropic-ratelimit-requests-reset");
            var tokens = Remaining("x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens") ?? Remaining("anthropic-ratelimit-tokens-remaining", "anthropic-ratelimit-tokens-reset");
            return requests is null && tokens is null ? null : new VendorLimits(requests, tokens);
        }
    }

    // One without the other says nothing that could be acted on.
    Remaining? Remaining(string left, string reset) =>
        Number(header(left)) is { } amount && header(reset) is { } text && Time(text) is { } time ? new Remaining((long)amount, time) : null;

    // OpenAI writes 6m0s, 1.5s or 12ms; Azure seconds; Anthropic a date of RFC 3339.
    TimeSpan? Time(string text)
    {
        if (Number(text) is { } seconds) return TimeSpan.FromSeconds(seconds);
        if (Written().Match(text) is { Success: true, Length: > 0 } match)
            return TimeSpan.FromHours(Part(match, "h")) + TimeSpan.FromMinutes(Part(match, "m")) + TimeSpan.FromSeconds(Part(match, "s")) + TimeSpan.FromMilliseconds(Part(match, "ms"));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Until(date) : null;
    }

    static double Part(Match match, string unit) => Number(match.Groups[unit].Value) ?? 0;

    // Bounded, so that no time made of it overflows.
    static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Math.Min(number, 1e10) : null;

    // By the vendor's own clock, which the response carries: this machine's may be wrong.
    TimeSpan? Until(DateTimeOffset date) =>
        !DateTimeOffset.TryParseExact(header("Date"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent) ? null : date > sent ? date - sent : TimeSpan.Zero;

    [GeneratedRegex(@"^((?<h>[\d.]+)h)?((?<m>[\d.]+)m(?!s))?((?<s>[\d.]+)s)?((?<ms>[\d.]+)ms)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
