using LayerEvals.Diagnostics;

namespace LayerEvals.Scoring.Checks;

/// <summary>The answer is one sentence, in prose: no bullets, no heading, no table.</summary>
internal static class OneSentenceCheck
{
    public static CheckType Type { get; } = new("one-sentence", Layers.Prompt, _ => Judge);

    static Finding Judge(Subject subject)
    {
        var sentences = Scoring.Sentences.In(subject.Text).Count;
        if (sentences != 1) return Finding.Fail($"{Numerals.Count(sentences, "sentence")}, exactly 1", Scorer.Quote(subject.Text));
        var form = Units.Bullets(subject.Text) > 0 ? "a bullet" : Units.Sections(subject.Text) > 0 ? "a heading" : null;
        return form is null ? Finding.Pass : Finding.Fail($"expected a sentence, found {form}", Scorer.Quote(subject.Text));
    }
}
