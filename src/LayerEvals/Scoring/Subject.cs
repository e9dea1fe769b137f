namespace LayerEvals.Scoring;

/// <summary>What a check looks at: one answer to one case.</summary>
internal sealed class Subject(GoldenCase golden, Answer answer, string text)
{
    bool? abstained;

    public GoldenCase Case => golden;

    public Answer Answer => answer;

    /// <summary>The text of the turn that the check looks at.</summary>
    public string Text => text;

    /// <summary>Whether it is the turn that the answer's finish reason speaks of.</summary>
    public bool IsLastTurn { get; init; } = true;

    /// <summary>Whether the answer says that the sources do not hold what was asked, and nothing else.</summary>
    public bool Abstained => abstained ??= golden.Checks.Abstention.Holds(text);
}
