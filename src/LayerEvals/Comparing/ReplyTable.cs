namespace LayerEvals.Comparing;

/// <summary>
/// Answers and abstentions of one side (SCORING 4.1): what it says where the sources hold the answer, and where they do not. Counted in cases; samples of one case are
/// its shares. A rate without a denominator is null, never 0.
/// </summary>
/// <param name="Samples">How many samples each case has.</param>
internal sealed record ReplyTable(int Samples)
{
    readonly int[] present = new int[7];
    readonly int[] absent = new int[7];

    public void Add(bool isAnswerable, Reply reply) => (isAnswerable ? present : absent)[(int)reply]++;

    /// <summary>Cases of one kind with one reply.</summary>
    public double Count(bool isAnswerable, Reply reply) => (double)(isAnswerable ? present : absent)[(int)reply] / Samples;

    /// <summary>Answered, rightly or not, where the sources hold the answer.</summary>
    public double AnsweredWhenPresent => Count(true, Reply.Correct) + Count(true, Reply.Wrong) + Count(true, Reply.Unjudged);

    /// <summary>Answered where the sources do not hold the answer: whatever it says, they do not support it.</summary>
    public double AnsweredWhenAbsent => Count(false, Reply.Correct) + Count(false, Reply.Wrong) + Count(false, Reply.Unjudged);

    /// <summary>Cases whose sources hold the answer and whose reply is known.</summary>
    public double Present => AnsweredWhenPresent + Count(true, Reply.Abstained) + Count(true, Reply.Neither);

    /// <summary>Cases whose sources do not hold the answer and whose reply is known.</summary>
    public double Absent => AnsweredWhenAbsent + Count(false, Reply.Abstained) + Count(false, Reply.Neither);

    public double Lost => Count(true, Reply.Lost) + Count(false, Reply.Lost);

    /// <summary>Abstention recall: abstains where the sources do not hold the answer.</summary>
    public Share AbstainsWhenAbsent => new(Count(false, Reply.Abstained), Absent);

    /// <summary>Answers where the sources hold the answer.</summary>
    public Share AnswersWhenPresent => new(AnsweredWhenPresent, Present);

    /// <summary>Over-refusal: abstains where the sources hold the answer.</summary>
    public Share OverRefusal => new(Count(true, Reply.Abstained), Present);

    /// <summary>Under-refusal: answers where the sources do not hold the answer.</summary>
    public Share UnsupportedAnswers => new(AnsweredWhenAbsent, Absent);

    /// <summary>Answers, of all cases.</summary>
    public Share Coverage => new(AnsweredWhenPresent + AnsweredWhenAbsent, Present + Absent);

    /// <summary>Correct, of the answers that were judged: those to cases whose sources hold no answer are wrong by that. Null where no correctness was judged at all.</summary>
    public Share SelectiveAccuracy
    {
        get
        {
            var judged = Count(true, Reply.Correct) + Count(true, Reply.Wrong);
            return judged == 0 && Count(true, Reply.Unjudged) > 0 ? new Share(0, 0) : new Share(Count(true, Reply.Correct), judged + AnsweredWhenAbsent);
        }
    }
}

/// <summary>A share of cases with its counts.</summary>
/// <param name="Count">The cases that it counts.</param>
/// <param name="Of">The cases that it counts them of.</param>
internal readonly record struct Share(double Count, double Of)
{
    /// <summary>From 0 to 1; null where there is nothing to count.</summary>
    public double? Value => Of > 0 ? Count / Of : null;
}
