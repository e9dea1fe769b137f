namespace LayerEvals.Scoring.Abstaining;

/// <summary>What an answer does: abstain, or something else.</summary>
internal enum AnswerKind : byte
{
    /// <summary>It answers.</summary>
    Answers = 1,

    /// <summary>It says that the sources do not hold the answer, and then answers: it has answered.</summary>
    AbstainsAndAnswers,

    /// <summary>It says that the sources do not hold the answer, and nothing else.</summary>
    Abstains,

    /// <summary>It will not help, for safety: no abstention.</summary>
    Refuses,

    /// <summary>Nothing to see: neither an answer nor an abstention.</summary>
    Empty,
}

/// <summary>How an answer was read.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="By">What showed it: <c>field</c>, <c>tool</c>, <c>phrase</c>, a language (<c>de</c>), <c>finish reason</c>; null where nothing abstains or refuses.</param>
/// <param name="Words">The words of the answer that abstain or refuse.</param>
internal sealed record AnswerReading(AnswerKind Kind, string? By = null, string? Words = null)
{
    public static AnswerReading Answers { get; } = new(AnswerKind.Answers);

    public static AnswerReading Empty { get; } = new(AnswerKind.Empty);
}
