using LayerEvals.Reading;

namespace LayerEvals.Scoring.Checks;

/// <summary>The answer says "not found in sources" when the sources do not hold it, and only then.</summary>
internal static class NotFoundCheck
{
    public static CheckType Type { get; } = new("not-found", Layers.Retrieval, Read)
    {
        Short = CheckType.As("phrase"),
        NeedsAnswerable = true,
        IsMustAtHighRisk = true,
    };

    static Check? Read(MapReader settings)
    {
        settings.Texts("phrase");
        settings.Text("equals");
        if (settings.Text("path") is { } path && JsonPath.Parse(settings, path) is null) return null;
        return Judge;
    }

    static Finding Judge(Subject subject) => (subject.Case.Answerable, subject.Abstained) switch
    {
        (false, true) or (true, false) => Finding.Pass,
        (true, true) => Finding.Fail("says that the sources do not hold the answer, and they do", Scorer.Quote(subject.Text)),
        (false, false) when subject.Case.Checks.Abstention.Opens(subject.Text) =>
            Finding.Fail("says that the sources do not hold the answer, and answers all the same", Scorer.Quote(subject.Text)),
        (false, false) => Finding.Fail("answers although the sources do not hold the answer", Scorer.Quote(subject.Text)),
        (null, _) => Finding.Unscored("the case does not say whether it is answerable"),
    };
}
