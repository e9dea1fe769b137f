using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>The words of "if the user asks for X, reply …" that are about X.</summary>
internal static partial class Conditions
{
    public static string Bare(string condition) => Frame().Replace(condition, " ");

    [GeneratedRegex(@"\b(?:user|customer|person|reader|visitor|member|caller|they|asks?|asked|asking|about|exactly|reply|replies|respond|say|question|message|requests?|wants?|only|sentence|words?|with|for|is|help)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Frame();
}
