using System.Text.Json;

namespace LayerEvals.Scoring.Checks;

/// <summary>Finds the source ids that an answer cites in square brackets, or that a JSON answer lists at a path.</summary>
internal static class Citations
{
    // Longer than any id, so that prose in brackets is passed over quickly.
    const int MaxLength = 120;

    /// <summary>The distinct ids cited as <c>[C-4.1]</c> or <c>[C-4.1, C-4.2]</c>, in the order of the text.</summary>
    public static IReadOnlyList<string> In(string text, IReadOnlyList<GoldenSource> given)
    {
        var cited = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var open = text.IndexOf('['); open >= 0; open = text.IndexOf('[', open + 1))
        {
            var close = text.IndexOf(']', open + 1, Math.Min(MaxLength, text.Length - open - 1));
            if (close < 0) continue;
            // [label](link) is Markdown; its label is no citation.
            if (close + 1 < text.Length && text[close + 1] == '(') continue;
            foreach (var part in text[(open + 1)..close].Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if ((IsGiven(part, given) || LooksLikeId(part)) && seen.Add(part)) cited.Add(part);
        }
        return cited;
    }

    /// <summary>The distinct ids that a JSON answer holds at the path: a text, a list of texts, or <c>[*]</c>.</summary>
    public static IReadOnlyList<string> At(JsonPath path, string text)
    {
        if (!JsonCheck.TryParse(text, out var document, out _)) return [];
        using (document)
        {
            return [.. path.Find(document!.RootElement)
                .SelectMany(value => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
                .Where(value => value.ValueKind == JsonValueKind.String)
                .Select(value => value.GetString() ?? "")
                .Distinct(StringComparer.Ordinal)];
        }
    }

    static bool IsGiven(string part, IReadOnlyList<GoldenSource> given)
    {
        foreach (var source in given)
            if (source.Id == part) return true;
        return false;
    }

    // C-4.1, A-2, S01, 12.3, 4.1(b), 1: some letters at most, then a digit, and no blank. Words and dates in brackets are not ids.
    static bool LooksLikeId(string part)
    {
        var letters = 0;
        while (letters < part.Length && (char.IsLetter(part[letters]) || part[letters] is '-' or '.' or '§')) letters++;
        return letters <= 12 && letters < part.Length && char.IsAsciiDigit(part[letters]) && part.Length <= 24
            && part.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' or '(' or ')' or '§' or '_' or '/')
            && !IsYear(part) && !IsDate(part);
    }

    static bool IsYear(ReadOnlySpan<char> part) => part.Length == 4 && part[0] is '1' or '2' && !part.ContainsAnyExceptInRange('0', '9');

    // 2024-05-01, 1.5.2024, 05/01/2024: three numbers, and a year at one end.
    static bool IsDate(string part) => part.Split('-', '.', '/') is [var first, { Length: 1 or 2 } middle, var last]
        && middle.All(char.IsAsciiDigit)
        && (IsYear(first) && IsDay(last) || IsDay(first) && IsYear(last));

    static bool IsDay(string part) => part.Length is 1 or 2 && part.All(char.IsAsciiDigit);
}
