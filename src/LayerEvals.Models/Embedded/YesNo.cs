using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Answers yes or no by comparing what the question denies with what the best sentence denies.</summary>
internal static partial class YesNo
{
    public static bool Says(Reading reading)
    {
        if (reading.Evidence.Ranked.Count == 0) return false;

        var sentence = reading.Evidence.Ranked[0].Text;
        return Denial().IsMatch(sentence) == AskedDenial().IsMatch(reading.Question.Text);
    }

    /// <summary>Whether the sentence denies something.</summary>
    public static bool Denies(ReadOnlySpan<char> sentence) => Denial().IsMatch(sentence);

    /// <summary>Whether it asks for what is denied: "which of them may not be used?".</summary>
    public static bool AsksForDenied(string question) => DeniedAsked().IsMatch(question);

    public static bool Is(IReadOnlyList<string> labels, out string yes, out string no)
    {
        yes = labels.FirstOrDefault(label => label.Equals("yes", StringComparison.OrdinalIgnoreCase)) ?? "";
        no = labels.FirstOrDefault(label => label.Equals("no", StringComparison.OrdinalIgnoreCase)) ?? "";
        return yes.Length > 0 && no.Length > 0;
    }

    [GeneratedRegex(@"\b(?:who|what|which|where|when|whom)\b[^.?!]{0,60}\b(?:not|never|n't|forbidden|prohibited)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeniedAsked();

    [GeneratedRegex(@"\b(?:not|no|never|cannot|can't|don't|doesn't|isn't|aren't|won't|without|except|excluded|excludes|prohibited|forbidden|refused|nobody|none|neither|nor|unavailable|closed|shut|banned)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(?:not|never|without|forbidden|prohibited|excluded|closed|shut|banned|refused)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AskedDenial();
}
