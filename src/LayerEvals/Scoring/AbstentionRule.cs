using System.Text;
using LayerEvals.Reading;
using LayerEvals.Scoring.Checks;
using LayerEvals.Scoring.Citing;

namespace LayerEvals.Scoring;

/// <summary>
/// Tells an abstention: a structured field first, then the sentence that the set configures, then common wordings. Wordings count only where an
/// abstention stands, at the opening of the answer, and only when nothing but a remark follows: who abstains and then answers has answered.
/// </summary>
internal sealed class AbstentionRule
{
    // What may follow an abstention and still be a remark ("Please contact us.").
    const int RemarkWords = 30;

    static readonly string[] Wordings =
    [
        "not found in sources", "not found in the sources", "not found in the given sources", "not found in the provided sources",
        "the answer is not in the sources", "the sources do not contain", "the sources do not hold", "the sources do not say", "the sources do not mention",
        "the provided sources do not", "the given sources do not", "the documents do not contain", "the context does not contain", "the provided context does not",
        "i could not find", "i cannot find", "i can't find", "i don't know", "i do not know", "there is no information", "no information",
        "insufficient information", "this is not covered in the sources", "not enough information",
    ];

    readonly string[] phrases;
    readonly JsonPath? path;
    readonly string? equals;

    AbstentionRule(string[] phrases, JsonPath? path, string? equals) => (this.phrases, this.path, this.equals) = (phrases, path, equals);

    /// <summary>The rule of a not-found check's settings, or of no settings.</summary>
    public static AbstentionRule Of(MapNode? settings)
    {
        if (settings is null) return new AbstentionRule(Wordings, null, null);
        var reader = new MapReader(new SourceFile("", "", new Diagnostics.Problems()), settings, "not-found");
        var own = reader.Texts("phrase").Select(Normal).Where(p => p.Length > 0).ToArray();
        var field = reader.Text("path") is { } text ? JsonPath.Parse(reader, text) : null;
        return new AbstentionRule(own.Length > 0 ? [.. own, .. Wordings] : Wordings, field, reader.Text("equals"));
    }

    /// <summary>Whether the answer is an abstention and nothing else. An empty answer is none.</summary>
    public bool Holds(string text)
    {
        if (path is not null && Field(text) is { } says) return says;
        var opening = Opening(text, out var rest);
        return opening && Units.Words(rest) <= RemarkWords && Citations.In(rest, []).Count == 0;
    }

    /// <summary>Whether the answer opens with an abstention, whatever follows.</summary>
    public bool Opens(string text) => Opening(text, out _);

    // The structured field: equal to what is configured, or null or absent where nothing is. Null: the answer is no JSON, so its wording decides.
    bool? Field(string text)
    {
        if (!JsonCheck.TryParse(text, out var document, out _)) return null;
        using (document)
        {
            var values = path!.Find(document!.RootElement);
            return equals is null
                ? values.Count == 0 || values.All(v => v.ValueKind == System.Text.Json.JsonValueKind.Null)
                : values.Any(v => v.ValueKind == System.Text.Json.JsonValueKind.String && v.GetString() == equals);
        }
    }

    bool Opening(string text, out string rest)
    {
        rest = "";
        var sentences = Sentences.In(text);
        if (sentences.Count == 0) return false;
        var (start, length) = sentences[0];
        var first = Normal(text.Substring(start, Math.Min(length, 400)));
        foreach (var phrase in phrases)
        {
            if (!first.StartsWith(phrase, StringComparison.Ordinal)) continue;
            rest = text[(start + length)..];
            return true;
        }
        return false;
    }

    /// <summary>Lower case letters, digits and single blanks: quotes, bullets, Markdown and final dots do not matter.</summary>
    static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) normal.Append(char.ToLowerInvariant(c));
            else if (c is '\'' or '\u2019') normal.Append('\'');
            else if (normal.Length > 0 && normal[^1] != ' ') normal.Append(' ');
        }
        return normal.ToString().Trim();
    }
}
