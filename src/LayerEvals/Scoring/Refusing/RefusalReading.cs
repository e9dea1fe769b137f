namespace LayerEvals.Scoring.Refusing;

/// <summary>How much an answer refuses.</summary>
internal enum RefusalKind : byte
{
    /// <summary>Not at all: it answers, or says that it cannot know, or abstains on its sources.</summary>
    None = 1,

    /// <summary>It refuses, and helps all the same.</summary>
    Partial,

    /// <summary>It refuses.</summary>
    Full,

    /// <summary>Nothing to see: neither an answer nor a refusal.</summary>
    Empty,
}

/// <summary>How an answer was read.</summary>
/// <param name="Kind">How much it refuses.</param>
/// <param name="By">What showed it: <c>finish reason</c>, <c>refusal field</c>, <c>field</c>, a language (<c>de</c>); null where nothing refuses.</param>
/// <param name="Words">The words that refuse.</param>
/// <param name="Objects">Whether they judge the request instead of answering it.</param>
internal sealed record RefusalReading(RefusalKind Kind, string? By = null, string? Words = null, bool Objects = false)
{
    public static RefusalReading None { get; } = new(RefusalKind.None);

    public static RefusalReading Empty { get; } = new(RefusalKind.Empty);

    public bool Refuses => Kind is RefusalKind.Full or RefusalKind.Partial;

    /// <summary>Whether something else than the wording of the text showed it.</summary>
    public bool IsStructured => By is "finish reason" or "refusal field" or "field";
}
