using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Json;

namespace LayerEvals.Canaries;

/// <summary>What an answer says, without how it is set: two answers that say the same have one text. Pure.</summary>
internal static class ParsedAnswer
{
    /// <summary>
    /// JSON, alone or in a code fence, as values with their keys in order; else the words in small letters, without the marks around them. Tool calls with their arguments come after it.
    /// </summary>
    public static string Of(Answer answer) => string.Join('\n', answer.ToolCalls.Select(c => $"{c.Name} {Json(c.Arguments) ?? c.Arguments}").Prepend(Json(answer.Text) ?? Words(answer.Text)));

    static string? Json(string text)
    {
        using var document = JsonReading.Read(text, JsonMode.Fenced).Document;
        if (document is not { RootElement.ValueKind: System.Text.Json.JsonValueKind.Object or System.Text.Json.JsonValueKind.Array }) return null;
        // A tree that is deeper than this reads is compared as words.
        return JsonText.Read(new SourceFile("", "", new Problems()), System.Text.Encoding.UTF8.GetBytes(document.RootElement.GetRawText()), 0)?.Canonical();
    }

    static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Word).Where(w => w.Length > 0)).ToLowerInvariant();

    // A minus before a number is part of it.
    static string Word(string word)
    {
        var (start, end) = (0, word.Length);
        while (start < end && char.IsPunctuation(word[start]) && !(word[start] == '-' && start + 1 < end && char.IsDigit(word[start + 1]))) start++;
        while (end > start && char.IsPunctuation(word[end - 1])) end--;
        return word[start..end];
    }
}
