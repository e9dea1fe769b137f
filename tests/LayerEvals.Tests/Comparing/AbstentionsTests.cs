using LayerEvals.Comparing;

namespace LayerEvals.Tests.Comparing;

public sealed class AbstentionsTests
{
    // SCORING 4.1 by hand: AC 6, AW 1, AA 3 of 10 answerable; UA 4, UH 1 of 5 unanswerable.
    [Fact]
    public void The_rates_of_a_table_worked_by_hand()
    {
        var table = Table((true, Reply.Correct, 6), (true, Reply.Wrong, 1), (true, Reply.Abstained, 3), (false, Reply.Abstained, 4), (false, Reply.Wrong, 1));

        table.AbstainsWhenAbsent.ShouldBe(new Share(4, 5));
        table.AnswersWhenPresent.ShouldBe(new Share(7, 10));
        table.OverRefusal.ShouldBe(new Share(3, 10));
        table.UnsupportedAnswers.ShouldBe(new Share(1, 5));
        table.Coverage.ShouldBe(new Share(8, 15));
        table.SelectiveAccuracy.ShouldBe(new Share(6, 8));
    }

    [Fact]
    public void What_is_neither_counts_among_the_cases_and_what_is_lost_does_not()
    {
        var table = Table((true, Reply.Correct, 1), (true, Reply.Neither, 1), (true, Reply.Lost, 5), (false, Reply.Neither, 1), (false, Reply.Abstained, 1));

        table.AnswersWhenPresent.ShouldBe(new Share(1, 2));
        table.OverRefusal.ShouldBe(new Share(0, 2));
        table.AbstainsWhenAbsent.ShouldBe(new Share(1, 2));
        table.Lost.ShouldBe(5);
    }

    [Fact]
    public void A_rate_of_nothing_is_null_and_never_zero()
    {
        var answerable = Table((true, Reply.Unjudged, 2));

        answerable.AbstainsWhenAbsent.Value.ShouldBeNull();
        answerable.UnsupportedAnswers.Value.ShouldBeNull();
        answerable.SelectiveAccuracy.Value.ShouldBeNull();
        answerable.AnswersWhenPresent.Value.ShouldBe(1);
    }

    [Fact]
    public void Samples_of_a_case_are_shares_of_it()
    {
        var counted = Abstentions.Of([new CaseReplies("s/a", "retrieval", true, [Reply.Correct, Reply.Correct], [Reply.Correct, Reply.Abstained])], samples: 2)!;

        counted.Layers.ShouldHaveSingleItem().Baseline!.AnswersWhenPresent.ShouldBe(new Share(1, 1));
        counted.Layers[0].Candidate.AnswersWhenPresent.ShouldBe(new Share(0.5, 1));
    }

    [Fact]
    public void Without_a_not_found_check_there_is_nothing_to_say() => Abstentions.Of([], samples: 1).ShouldBeNull();

    [Fact]
    public void A_blessed_baseline_has_no_table()
    {
        var counted = Abstentions.Of([new CaseReplies("s/a", "retrieval", true, [], [Reply.Correct])], samples: 1)!;

        counted.Layers[0].Baseline.ShouldBeNull();
    }

    [Fact]
    public void Pairs_flip_or_do_not_whichever_of_a_pair_comes_first()
    {
        List<CaseReplies> cases =
        [
            Twin("t1", "a", Reply.Abstained), Case("a", Reply.Correct),
            Case("b", Reply.Wrong), Twin("t2", "b", Reply.Wrong),
            Case("c", Reply.Abstained), Twin("t3", "c", Reply.Abstained),
            Case("d", Reply.Abstained), Twin("t4", "d", Reply.Wrong),
            Case("e", Reply.Lost), Twin("t5", "e", Reply.Abstained),
            Twin("t6", "not in this run", Reply.Abstained),
        ];

        var pairs = Abstentions.Of(cases, samples: 1)!.Twins!.Candidate;

        pairs.Flipped.ShouldBe(["s/a"]);
        pairs.AnswersBoth.ShouldBe(["s/b"]);
        pairs.AbstainsBoth.ShouldBe(["s/c"]);
        pairs.Reversed.ShouldBe(["s/d"]);
        pairs.Lost.ShouldBe(["s/e"]);
        pairs.Pairs.ShouldBe(5);
    }

    [Fact]
    public void Swapping_the_sides_mirrors_the_tables()
    {
        List<CaseReplies> cases = [Case("a", Reply.Correct), Twin("t", "a", Reply.Abstained)];

        var swapped = Abstentions.Of(cases.Select(c => c with { Baseline = c.Candidate, Candidate = c.Baseline }), samples: 1)!;

        swapped.Layers[0].Baseline!.AnswersWhenPresent.ShouldBe(Abstentions.Of(cases, samples: 1)!.Layers[0].Candidate.AnswersWhenPresent);
        swapped.Twins!.Baseline!.Flipped.ShouldBe(["s/a"]);
        swapped.Twins.Candidate.AbstainsBoth.ShouldBe(["s/a"]);
    }

    static CaseReplies Case(string id, Reply candidate) => new($"s/{id}", "retrieval", true, [Reply.Abstained], [candidate]);

    static CaseReplies Twin(string id, string of, Reply candidate) => new($"s/{id}", "retrieval", false, [Reply.Abstained], [candidate]) { TwinOf = $"s/{of}" };

    static ReplyTable Table(params IEnumerable<(bool IsAnswerable, Reply Reply, int Times)> replies)
    {
        var table = new ReplyTable(1);
        foreach (var (answerable, reply, times) in replies)
            for (var i = 0; i < times; i++) table.Add(answerable, reply);
        return table;
    }
}
