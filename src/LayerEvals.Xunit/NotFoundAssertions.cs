using LayerEvals.Scoring;
using LayerEvals.Scoring.Abstaining;

namespace LayerEvals;

/// <summary>
/// Assertions that an answer says, or does not say, that the sources do not hold what was asked. On one answer they fail the row; on both sides they are soft: recorded
/// for the retrieval layer and judged by the gate. Inside <see cref="SideBySide.Should(string, Layer, Action{Answer})"/> they make a check Failed.
/// </summary>
public static class NotFoundAssertions
{
    /// <summary>The answer says that the sources do not hold what was asked, and does not answer all the same.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="phrase">The sentence that the prompt asks for; common wordings count besides it.</param>
    /// <exception cref="AnswerAssertionException">The answer answers, refuses, is empty, or did not come.</exception>
    public static void ShouldSayNotFound(this Answer answer, string? phrase = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Say(answer, Rule(phrase));
    }

    /// <summary>The answer does not say that the sources do not hold what was asked.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="phrase">The sentence that the prompt asks for; common wordings count besides it.</param>
    /// <exception cref="AnswerAssertionException">The answer abstains, is empty, or did not come.</exception>
    public static void ShouldNotSayNotFound(this Answer answer, string? phrase = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        NotSay(answer, Rule(phrase));
    }

    /// <summary>As <see cref="ShouldSayNotFound(Answer, string)"/>, softly on both sides, by the settings of the case's <c>not-found</c> check.</summary>
    /// <param name="answers">Both sides' answers.</param>
    public static void ShouldSayNotFound(this SideBySide answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        answers.Should("says not found", Layers.Retrieval, a => Say(a, answers.Case.Checks.Abstention));
    }

    /// <summary>As <see cref="ShouldNotSayNotFound(Answer, string)"/>, softly on both sides, by the settings of the case's <c>not-found</c> check.</summary>
    /// <param name="answers">Both sides' answers.</param>
    public static void ShouldNotSayNotFound(this SideBySide answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        answers.Should("does not say not found", Layers.Retrieval, a => NotSay(a, answers.Case.Checks.Abstention));
    }

    static AbstentionRule Rule(string? phrase) => phrase is null ? AbstentionRule.Default : AbstentionRule.OfPhrase(phrase);

    static void Say(Answer answer, AbstentionRule rule)
    {
        const string Wanted = "expected the answer to say that the sources do not hold what was asked";
        Asserted.Holds(Read(answer, rule, Wanted) switch
        {
            { Kind: AnswerKind.Abstains } => null,
            { Kind: AnswerKind.AbstainsAndAnswers } reading => $"{Wanted}, and it says so (\"{Words(reading)}\") and answers all the same:\n{Scorer.Quote(answer.Text)}",
            { Kind: AnswerKind.Refuses } reading => $"{Wanted}, and it refuses to help (\"{Words(reading)}\"):\n{Scorer.Quote(answer.Text)}",
            _ => $"{Wanted}, and it answers:\n{Scorer.Quote(answer.Text)}",
        });
    }

    static void NotSay(Answer answer, AbstentionRule rule)
    {
        const string Wanted = "expected the answer not to say that the sources do not hold what was asked";
        Asserted.Holds(Read(answer, rule, Wanted) is { Kind: AnswerKind.Abstains } reading ? $"{Wanted}, and it does (\"{Words(reading)}\"):\n{Scorer.Quote(answer.Text)}" : null);
    }

    static AnswerReading Read(Answer answer, AbstentionRule rule, string wanted)
    {
        Asserted.Came(answer, wanted);
        var reading = rule.Read(new Subject(new GoldenCase { Set = "", Id = "" }, answer, answer.Text));
        Asserted.NotEmpty(reading.Kind == AnswerKind.Empty, wanted);
        return reading;
    }

    static string Words(AnswerReading reading) => Printable.Short(reading.Words ?? "", 120);
}
