using System.Globalization;

namespace LayerEvals.Models;

/// <summary>Small numbers, written in digits or in words.</summary>
internal static class NumberWords
{
    /// <summary>A pattern that <see cref="Read"/> understands.</summary>
    public const string Pattern =
        "(?:[0-9][0-9,]{0,8}|one|single|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty(?:[ -]five)?|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:a |one )?hundred(?: and (?:twenty|fifty))?|two hundred)";

    public static int? Read(ReadOnlySpan<char> text)
    {
        Span<char> lower = stackalloc char[32];
        if (text.Length is 0 or > 32) return null;

        lower = lower[..text.ToLowerInvariant(lower)];
        lower.Replace('-', ' ');
        if (int.TryParse(lower, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)) return number;
        return (ReadOnlySpan<char>)lower switch
        {
            "one" or "single" => 1,
            "two" => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            "six" => 6,
            "seven" => 7,
            "eight" => 8,
            "nine" => 9,
            "ten" => 10,
            "eleven" => 11,
            "twelve" => 12,
            "fifteen" => 15,
            "twenty" => 20,
            "twenty five" => 25,
            "thirty" => 30,
            "forty" => 40,
            "fifty" => 50,
            "sixty" => 60,
            "seventy" => 70,
            "eighty" => 80,
            "ninety" => 90,
            "hundred" or "a hundred" or "one hundred" => 100,
            "hundred and twenty" or "a hundred and twenty" or "one hundred and twenty" => 120,
            "hundred and fifty" or "a hundred and fifty" or "one hundred and fifty" => 150,
            "two hundred" => 200,
            _ => null,
        };
    }
}
