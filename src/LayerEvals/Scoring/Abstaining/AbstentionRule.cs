using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Checks;

namespace LayerEvals.Scoring.Abstaining;

/// <summary>Tells what an answer does, abstain or something else: by its structure first, then by the configured sentence, then by common wordings (docs/not-found.md).</summary>
internal sealed class AbstentionRule
{
    static readonly AnswerReading Filtered = new(AnswerKind.Refuses, "finish reason", "content_filter");

    readonly StructuredRule structure;
    readonly WordingRule wording;

    AbstentionRule(StructuredRule structure, WordingRule wording) => (this.structure, this.wording) = (structure, wording);

    /// <summary>The rule of no settings.</summary>
    public static AbstentionRule Default { get; } = new(new StructuredRule(null, [], new HashSet<string>()), new WordingRule(null, null));

    /// <summary>The rule of a not-found check's settings, which were read before without a problem; of null settings the default.</summary>
    public static AbstentionRule Of(MapNode? settings) =>
        settings is null || settings.Entries.Count == 0 ? Default : Read(new MapReader(new SourceFile("", "", new Problems()), settings, "not-found")) ?? Default;

    /// <summary>The rule of a sentence alone.</summary>
    public static AbstentionRule OfPhrase(string phrase) => Of(new MapNode([new Entry("phrase", new TextNode(phrase, 0, IsQuoted: true), 0)], 0));

    /// <summary>Reads a not-found check's settings; null after a problem was reported.</summary>
    public static AbstentionRule? Read(MapReader settings)
    {
        var before = settings.File.Problems.Count;
        var path = settings.Text("path") is { } text ? JsonPath.Parse(settings, text) : null;
        var tools = settings.Texts("tool").Select(StructuredNames.Normal).ToHashSet(StringComparer.Ordinal);
        var equals = settings.Texts("equals");
        var own = new WordingList();
        Phrases(settings, own);
        var languages = Languages(settings);
        if (settings.Node("wordings") is MapNode wordings) new WordingReader(settings.File, own).Read(wordings, Wordings.Tree);
        if (settings.File.Problems.Count > before) return null;
        return new AbstentionRule(new StructuredRule(path, equals, tools), new WordingRule(languages, own.Languages.Count > 0 ? own : null));
    }

    /// <summary>What an answer does.</summary>
    public AnswerReading Read(Subject subject)
    {
        var answer = subject.Answer with { ToolCalls = subject.OwnCalls, FinishReason = subject.IsLastTurn ? subject.Answer.FinishReason : null };
        if (answer.FinishReason == "content_filter") return Filtered;
        if (structure.Read(answer, subject.Text, wording) is { } said) return said;
        return Units.IsBlank(subject.Text) ? AnswerReading.Empty : wording.Read(subject.Text, subject.Regions);
    }

    // A sentence is a wording that opens a clause in any language; what follows it in the same text is a remark.
    static void Phrases(MapReader settings, WordingList own)
    {
        foreach (var phrase in settings.Texts("phrase"))
        {
            var kind = WordingKind.Opening;
            foreach (var (start, length) in Sentences.In(phrase))
            {
                var words = Words.Of(phrase.Substring(start, length)).Select(w => new Step([[own.Number(w)]], IsOptional: false)).ToArray();
                if (words.Length == 0) continue;
                own.Add(new Wording(kind, WordingRule.Phrase, words, NeedsBreak: false));
                kind = WordingKind.Referral;
            }
            if (kind == WordingKind.Opening)
                settings.File.Error(ProblemIds.BadValue, settings.LineOf("phrase"), $"expected a sentence for `phrase`, found `{Printable.Short(phrase, 60)}`", "write the words that an abstention has, or remove `phrase`");
        }
    }

    static HashSet<string>? Languages(MapReader settings)
    {
        var languages = settings.Texts("languages");
        foreach (var language in languages)
            if (!Wordings.Languages.Contains(language, StringComparer.Ordinal))
                settings.File.Error(ProblemIds.BadValue, settings.LineOf("languages"), $"expected a language of {string.Join(", ", Wordings.Languages.Order(StringComparer.Ordinal))}, found `{Printable.Short(language, 40)}`", "write one of them, or its wordings under `wordings`");
        return languages.Count > 0 ? languages.ToHashSet(StringComparer.Ordinal) : null;
    }
}
