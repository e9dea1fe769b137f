namespace LayerEvals.Scoring;

/// <summary>Runs a case's checks on an answer. Pure: scoring a run again never asks a model.</summary>
internal static class Scorer
{
    static readonly Finding EmptyAnswer = Finding.Fail("the answer is empty");
    static readonly Finding RightAbstention = Finding.NotApplicable("rightly answered \"not found in sources\"");

    /// <summary>One finding per check of the case, in the order of its checks.</summary>
    public static Finding[] Score(GoldenCase golden, Answer answer)
    {
        var checks = golden.Checks.Items;
        var findings = new Finding[checks.Count];
        var last = new Subject(golden, answer, answer.Text);
        for (var i = 0; i < findings.Length; i++) findings[i] = Score(checks[i], last);
        return findings;
    }

    static Finding Score(PlannedCheck check, Subject subject)
    {
        if (!subject.Answer.Came) return Finding.Error($"no answer: {subject.Answer.Error}");
        if (check.Turn is { } turn)
        {
            IReadOnlyList<string> turns = subject.Answer.Turns.Count > 0 ? subject.Answer.Turns : [subject.Answer.Text];
            if (turn > turns.Count)
                return Finding.Unscored($"the check looks at turn {turn}; {(turns.Count == 1 ? "1 turn was" : $"{turns.Count} turns were")} asked for");
            subject = new Subject(subject.Case, subject.Answer, turns[turn - 1]) { IsLastTurn = turn == turns.Count };
        }
        if (Units.IsBlank(subject.Text)) return EmptyAnswer;
        if (check.Type.IsSilentOnAbstention && OnAbstention(subject) is { } abstained) return abstained;
        try
        {
            return check.Run(subject);
        }
        // A crash on one answer is that check's own and costs no other score: it is shown with its type and message, and never a result.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Finding.Crash(e);
        }
    }

    /// <summary>What a check of an answer says where the answer is an abstention: nothing of a right one; null where it is none, or nobody said what is right.</summary>
    public static Finding? OnAbstention(Subject subject)
    {
        if (subject.Case.Answerable is not { } answerable || !subject.Abstained) return null;
        return answerable ? Finding.Fail("says that the sources do not hold the answer, and they do", Quote(subject.Text)) : RightAbstention;
    }

    /// <summary>The start of a text as evidence.</summary>
    public static string Quote(string text) => Printable.Short(text.Trim(), 200);
}
