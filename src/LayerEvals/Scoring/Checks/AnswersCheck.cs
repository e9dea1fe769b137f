using LayerEvals.Scoring.Continuing;

namespace LayerEvals.Scoring.Checks;

/// <summary>The answer answers: it does not echo what was asked, write the next turn of the user, go on with the list of questions, copy a source or fall into a loop, as a model does that continues a text.</summary>
internal static class AnswersCheck
{
    public static CheckType Type { get; } = new("answers", Layers.FineTuning, _ => Judge);

    static Finding Judge(Subject subject) => (ContinuedDialogue.In(subject) ?? Echo.In(subject) ?? Loop.In(subject)) is { } tell
        ? Finding.Fail($"expected an answer, found that it {tell.What}", Printable.Short(tell.Words.Trim(), 200))
        : Finding.Pass;
}
