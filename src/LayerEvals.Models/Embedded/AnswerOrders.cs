using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Paragraphs at the edges of a user's message that only say how to answer: they are neither the question nor what is read.</summary>
internal static partial class AnswerOrders
{
    private const int LongestOrders = 1200;

    /// <summary>The message without its first and last paragraphs of orders, and those paragraphs; a message of nothing else stays whole.</summary>
    public static (string Kept, string Orders) PartOff(string text)
    {
        var (start, end) = (0, text.Length);
        for (var cut = text.LastIndexOf("\n\n", StringComparison.Ordinal); cut > start && AreOrders(text[cut..end]); cut = text.LastIndexOf("\n\n", end - 1, StringComparison.Ordinal)) end = cut;
        for (var cut = text.IndexOf("\n\n", StringComparison.Ordinal); cut >= 0 && cut < end && AreOrders(text[start..cut]); cut = text.IndexOf("\n\n", start, StringComparison.Ordinal)) start = cut + 2;
        var rest = text[start..end];
        return (start == 0 && end == text.Length) || string.IsNullOrWhiteSpace(rest) ? (text, "") : (rest, $"{text[..start].Trim()}\n\n{text[end..].Trim()}".Trim());
    }

    /// <summary>Whether the paragraph puts a question or a task.</summary>
    public static bool Asks(string paragraph) => paragraph.Contains('?') || Task().IsMatch(paragraph);

    // Every sentence is an order, and one of them is about the form of the answer.
    private static bool AreOrders(string paragraph)
    {
        if (paragraph.Length > LongestOrders || paragraph.Contains('?') || paragraph.Contains('{') || paragraph.Contains(':')) return false;

        var isAboutForm = false;
        foreach (var sentence in Sentences.Texts(paragraph))
        {
            if (!Order().IsMatch(sentence)) return false;
            isAboutForm |= AboutForm().IsMatch(sentence);
        }
        return isAboutForm;
    }

    [GeneratedRegex(@"^(?:please )?(?:answer|reply|respond|use|cite|keep|follow|begin|start|end|give|take|read|say|output|return|write|do not|don't|never|if|when|be|leave)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Order();

    [GeneratedRegex(@"\b(?:answer|reply|respond)\b.{0,120}\b(?:words?|sentences?|bullets?|json|form|question|briefly|short)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex AboutForm();

    [GeneratedRegex(@"^\s*(?:please )?(?:answer|list|label|name|sort|count|summarise|summarize|describe|explain|classify|translate|state|tell|write|say|find|give|choose|decide)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Task();
}
