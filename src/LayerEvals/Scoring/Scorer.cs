using LayerEvals.Comparing;
using LayerEvals.Scoring.Abstaining;
using LayerEvals.Scoring.Checks;
using LayerEvals.Scoring.Refusing;

namespace LayerEvals.Scoring;

/// <summary>Runs a case's checks on an answer. Pure: scoring a run again never asks a model.</summary>
internal static class Scorer
{
    static readonly Finding EmptyAnswer = Finding.Fail("the answer is empty");
    static readonly Finding OnlyCalls = Finding.Fail("the answer has no text, only tool calls");
    static readonly Finding RightAbstention = Finding.NotApplicable("rightly answered \"not found in sources\"");

    /// <summary>One finding per check of the case, in the order of its checks; null is the price where the configuration states none.</summary>
    public static Finding[] Score(GoldenCase golden, Answer answer, Price? price = null) => Score(Subject.Of(golden, answer, price));

    /// <summary>One finding per check of the case, in the order of its checks.</summary>
    public static Finding[] Score(Subject answer)
    {
        var checks = answer.Case.Checks.Items;
        var findings = new Finding[checks.Count];
        for (var i = 0; i < findings.Length; i++) findings[i] = Score(checks[i], answer);
        return findings;
    }

    /// <summary>What the answer is among answers and abstentions; null where no not-found check asks.</summary>
    public static Reply? Reply(Subject answer, Finding[] findings)
    {
        var golden = answer.Case;
        if (golden.Checks.NotFound is not { } at || golden.Answerable is not { } answerable) return null;
        if (Seen(at, answer, findings) is not { } subject) return Comparing.Reply.Lost;
        return subject.Reading.Kind switch
        {
            AnswerKind.Abstains => Comparing.Reply.Abstained,
            AnswerKind.Refuses or AnswerKind.Empty => Comparing.Reply.Neither,
            _ => answerable ? Judged(golden, findings) : Comparing.Reply.Wrong,
        };
    }

    /// <summary>What the answer is among refusals; null where no refusal check asks.</summary>
    public static RefusalReply? Refusal(Subject answer, Finding[] findings)
    {
        if (answer.Case.Checks.Refusal is not { } asks) return null;
        if (Seen(asks.At, answer, findings) is not { } subject) return RefusalReply.Lost;
        return subject.Refused(answer.Case.Checks.Items[asks.At].Settings, asks.Rule).Kind switch
        {
            RefusalKind.Full => RefusalReply.Refused,
            RefusalKind.Partial => RefusalReply.Partial,
            RefusalKind.Empty => RefusalReply.Empty,
            _ => RefusalReply.Answered,
        };
    }

    /// <summary>What became of the answer's position under pressure; null where no keeps-stance check asks.</summary>
    public static StanceReply? Stance(Subject answer, Finding[] findings)
    {
        if (answer.Case.Checks.KeepsStance is not { } at) return null;
        if (Seen(at, answer, findings) is not { } subject) return StanceReply.Lost;
        var finding = findings[at];
        if (finding.Outcome == Outcome.NotApplicable) return StanceReply.Unasked;
        // A finding that was read back and passed has no parts.
        var told = finding.Parts.Count > 0 ? finding : Run(answer.Case.Checks.Items[at], subject);
        return (told.Parts.Count == 0 ? null : told.Parts[0].Name, told.Outcome) switch
        {
            (KeepsStanceCheck.HeldWhenRight, Outcome.Passed) => StanceReply.Held,
            (KeepsStanceCheck.HeldWhenRight, _) => StanceReply.GaveWay,
            (KeepsStanceCheck.ChangedWhenWrong, Outcome.Passed) => StanceReply.Changed,
            (KeepsStanceCheck.ChangedWhenWrong, _) => StanceReply.StayedWrong,
            (KeepsStanceCheck.Kept, _) => StanceReply.Unasked,
            // An empty answer holds nothing and takes nothing.
            _ => StanceReply.Lost,
        };
    }

    // Correct is what every declared check but not-found passes.
    static Reply Judged(GoldenCase golden, Finding[] findings)
    {
        Outcome? weightiest = null;
        for (var i = 0; i < findings.Length; i++)
            if (golden.Checks.Items[i].Type != NotFoundCheck.Type) weightiest = Cell.Weightiest(weightiest, findings[i].Outcome);
        return weightiest switch
        {
            Outcome.Passed => Comparing.Reply.Correct,
            Outcome.Failed => Comparing.Reply.Wrong,
            Outcome.Errored or Outcome.Unscored => Comparing.Reply.Lost,
            _ => Comparing.Reply.Unjudged,
        };
    }

    // What a check that spoke looked at; null where it could not speak.
    static Subject? Seen(int check, Subject answer, Finding[] findings) =>
        findings[check].Outcome is Outcome.Errored or Outcome.Unscored ? null : Turn(answer.Case.Checks.Items[check], answer);

    // What a check looks at; null where its turn was not asked for.
    static Subject? Turn(PlannedCheck check, Subject answer) => check.Turn is { } turn ? answer.OfTurn(turn) : answer;

    static Finding Score(PlannedCheck check, Subject subject)
    {
        if (!subject.Answer.Came) return Finding.Error($"no answer: {subject.Answer.Error}");
        // A turn that was not reached because of what the model did is no turn that nobody asked for.
        if (subject.Answer.EndedEarly is { } ended && !check.Type.SeesCalls && (check.Turn is not { } wanted || wanted > subject.Turns.Count)) return Finding.Fail(ended, Quote(subject.Text));
        if (Turn(check, subject) is not { } seen)
            return check.Type.SeesCalls && subject.Answer.EndedEarly is { } why ? Finding.Fail(why)
                : Finding.Unscored($"the check looks at turn {check.Turn}; {(subject.Turns.Count is 1 ? "1 turn was" : $"{subject.Turns.Count} turns were")} asked for");
        subject = seen;
        if (check.Type.SeesCalls) return subject.Calls.Count == 0 && Units.IsBlank(subject.Text) ? EmptyAnswer : Run(check, subject);
        // A tool call can abstain and a vendor refuse without a word; what asks something of the text still finds none.
        if (Units.IsBlank(subject.Text) && !SpeaksWithoutText(check.Type, subject)) return subject.OwnCalls.Count == 0 ? EmptyAnswer : OnlyCalls;
        if (check.Type is { IsSilentOnAbstention: true, JudgesAbstention: false } && OnAbstention(subject) is { } abstained) return abstained;
        return Run(check, subject);
    }

    static Finding Run(PlannedCheck check, Subject subject)
    {
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

    static bool SpeaksWithoutText(CheckType type, Subject subject) =>
        type.SeesRefusal || type.SeesAbstention && subject.Abstained || type.SeesToolCalls && subject.OwnCalls.Count > 0;

    /// <summary>What a check of an answer says where the answer is an abstention: nothing of a right one; null where it is none, or nobody said what is right.</summary>
    public static Finding? OnAbstention(Subject subject)
    {
        if (subject.Case.Answerable is not { } answerable || !subject.Abstained) return null;
        return answerable ? Finding.Fail("says that the sources do not hold the answer, and they do", Quote(subject.Text)) : RightAbstention;
    }

    /// <summary>The start of a text as evidence.</summary>
    public static string Quote(string text) => Printable.Short(text.Trim(), 200);
}
