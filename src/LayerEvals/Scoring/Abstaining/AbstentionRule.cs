using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Checks;
using LayerEvals.Scoring.Phrasing;
using LayerEvals.Scoring.Refusing;

namespace LayerEvals.Scoring.Abstaining;

/// <summary>Tells what an answer does, abstain or something else: by its structure first, then by the configured sentence, then by common wordings (docs/not-found.md).</summary>
internal sealed class AbstentionRule
{
    readonly StructuredRule structure;
    readonly AbstentionWording wording;

    AbstentionRule(StructuredRule structure, AbstentionWording wording) => (this.structure, this.wording) = (structure, wording);

    /// <summary>The rule of no settings.</summary>
    public static AbstentionRule Default { get; } = new(new StructuredRule(null, [], new HashSet<string>()), new AbstentionWording(new Lexicon(null, null)));

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
        var lexicon = Lexicon.Read(settings, own => Phrases(settings, own));
        if (lexicon is null || settings.File.Problems.Count > before) return null;
        return new AbstentionRule(new StructuredRule(path, equals, tools), new AbstentionWording(lexicon));
    }

    /// <summary>What an answer does.</summary>
    public AnswerReading Read(Subject subject)
    {
        var answer = subject.Answer with { ToolCalls = subject.OwnCalls };
        if (!subject.IsLastTurn) answer = answer with { FinishReason = null, Refusal = null };
        if (RefusalRule.ByVendor(answer) is { } refusal) return new AnswerReading(AnswerKind.Refuses, refusal.By, refusal.Words);
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
                own.Add(new Wording(kind, AbstentionWording.Phrase, words, NeedsBreak: false));
                kind = WordingKind.Referral;
            }
            if (kind == WordingKind.Opening)
                settings.File.Error(ProblemIds.BadValue, settings.LineOf("phrase"), $"expected a sentence for `phrase`, found `{Printable.Short(phrase, 60)}`", "write the words that an abstention has, or remove `phrase`");
        }
    }
}
