using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Abstaining;
using LayerEvals.Scoring.Phrasing;

namespace LayerEvals.Scoring.Checks;

/// <summary>The answer says "not found in sources" when the sources do not hold it, and only then.</summary>
internal static class NotFoundCheck
{
    public static CheckType Type { get; } = new("not-found", Layers.Retrieval, settings => AbstentionRule.Read(settings) is null ? null : Judge)
    {
        Short = CheckType.As("phrase"),
        Resolve = WordingsFile.Resolve,
        NeedsAnswerable = true,
        IsMustAtHighRisk = true,
    };

    static Finding Judge(Subject subject)
    {
        var reading = subject.Reading;
        var finding = subject.Case.Answerable switch
        {
            null => Finding.Unscored("the case does not say whether it is answerable"),
            true => reading.Kind == AnswerKind.Abstains ? Finding.Fail($"says that the sources do not hold the answer, and they do{By(reading)}", Evidence(subject, reading)) : Finding.Pass,
            false => Absent(subject, reading),
        };
        return IsCutOff(subject) ? finding with { Reason = finding.Reason is { } reason ? $"{reason}; {CutOff}" : CutOff } : finding;
    }

    const string CutOff = "the answer was cut off (finish reason length) and is read as it stands";

    static bool IsCutOff(Subject subject) => subject.IsLastTurn && subject.Answer.FinishReason is "length" or "max_tokens";

    static Finding Absent(Subject subject, AnswerReading reading) => reading.Kind switch
    {
        AnswerKind.Abstains => Finding.Pass,
        AnswerKind.AbstainsAndAnswers => Finding.Fail("says that the sources do not hold the answer, and answers all the same", Evidence(subject, reading)),
        AnswerKind.Refuses => Finding.Fail($"refuses to help, and does not say that the sources do not hold the answer{By(reading)}", Evidence(subject, reading)),
        _ => Finding.Fail("answers although the sources do not hold the answer", Scorer.Quote(subject.Text)),
    };

    // What is told from the text shows itself; what is told from elsewhere must be named.
    static string By(AnswerReading reading) => reading.By is "field" or "tool" or "finish reason" or "refusal field" ? $" ({reading.By} {Printable.Short(reading.Words ?? "", 60)})" : "";

    static string Evidence(Subject subject, AnswerReading reading) =>
        Units.IsBlank(subject.Text) ? Printable.Short(reading.Words ?? "", 200) : Scorer.Quote(subject.Text);
}
