using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;
using LayerEvals.Configs;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Comparing;

public sealed class LookTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Its_level_is_that_of_the_boundary_and_never_above(int looks)
    {
        var boundaries = OBrienFleming.Boundaries(looks);

        for (var j = 1; j <= looks; j++)
        {
            var level = Gaussian.Above(boundaries[j - 1]);
            new Look(j, looks, 10).Level.ShouldBeInRange(level - 1e-5, level);
        }
    }

    [Fact]
    public void The_gate_is_stricter_at_an_early_look()
    {
        new Look(1, 3, 10).At(new Gate()).Confidence.ShouldBe(0.99847);
        new Look(2, 3, 20).At(new Gate()).Confidence.ShouldBe(0.98187);
        new Look(3, 3, 30).At(new Gate()).Confidence.ShouldBe(0.95634);
        new Look(3, 3, 30).At(new Gate { Margin = 0.03 }).Margin.ShouldBe(0.03);
    }

    // Six got worse, none better: mid-p 1/128 is below .05 and .01813, not below .00153.
    [Fact]
    public void What_shows_at_the_end_need_not_show_early()
    {
        var done = Pairs.Of(worse: 6, bothPassed: 34);

        Pairs.Compare(done).Verdict.ShouldBe(Verdict.Regression);
        Ends(new Look(1, 3, 40), done, remaining: 80).ShouldBeFalse();
        Ends(new Look(2, 3, 40), done, remaining: 40).ShouldBeTrue();
    }

    [Fact]
    public void A_pass_at_the_level_of_the_look_ends_it()
    {
        // -z²/(n + z²) at z = 2.961 is above -.05 from 167 cases on, and at z = 2.094 from 84 on.
        Ends(new Look(1, 3, 166), Pairs.Of(bothPassed: 166), remaining: 332).ShouldBeFalse();
        Ends(new Look(1, 3, 167), Pairs.Of(bothPassed: 167), remaining: 334).ShouldBeTrue();
        Ends(new Look(2, 3, 83), Pairs.Of(bothPassed: 83), remaining: 42).ShouldBeFalse();
        Ends(new Look(2, 3, 84), Pairs.Of(bothPassed: 84), remaining: 42).ShouldBeTrue();
    }

    // Two of a hundred pairs may be lost: of 300 planned that is six, so with the seventh no verdict is left.
    [Fact]
    public void Where_too_many_pairs_are_lost_for_any_verdict_asking_ends()
    {
        static List<CaseResult> Lost(int count) => [.. Pairs.Of(bothPassed: 100 - count), .. Pairs.Many(count, "lost", Outcome.Errored, Outcome.Errored)];

        Ends(new Look(1, 3, 100), Lost(6), remaining: 200).ShouldBeFalse();
        Ends(new Look(1, 3, 100), Lost(7), remaining: 200).ShouldBeTrue();
    }

    [Fact]
    public void A_pass_waits_for_what_must_pass()
    {
        Ends(new Look(2, 3, 300), Pairs.Of(bothPassed: 300), remaining: 50).ShouldBeTrue();
        Ends(new Look(2, 3, 300), Pairs.Of(bothPassed: 300), remaining: 50, isMust: true).ShouldBeFalse();
        Ends(new Look(2, 3, 300), Pairs.Of(worse: 60, bothPassed: 240), remaining: 50, isMust: true).ShouldBeTrue();
    }

    // A must-pass case that fails is a regression whatever was lost: while one may come, the verdict is open.
    [Fact]
    public void While_a_must_pass_case_is_not_asked_it_may_still_fail() =>
        Ends(new Look(1, 3, 100), [.. Pairs.Of(bothPassed: 60), .. Pairs.Many(40, "lost", Outcome.Errored, Outcome.Passed)], remaining: 200, isMust: true).ShouldBeFalse();

    [Fact]
    public void A_must_pass_case_that_failed_ends_it() =>
        Ends(new Look(1, 3, 11), [.. Pairs.Of(bothPassed: 10), Pairs.Pair("set/must", Outcome.Passed, Outcome.Failed) with { Must = new MustPass(new Cell(0, 2, 0, 0), false, true) }], remaining: 22).ShouldBeTrue();

    [Fact]
    public void The_last_look_ends_it_whatever_it_sees() => Ends(new Look(3, 3, 30), Pairs.Of(bothPassed: 30), remaining: 0).ShouldBeTrue();

    [Fact]
    public void A_run_that_a_look_stopped_is_whole()
    {
        var comparison = Looks.At(new Look(2, 3, 84), Pairs.Of(bothPassed: 84), Frame(126));

        comparison.Coverage.IsWhole.ShouldBeTrue();
        comparison.Verdict.ShouldBe(Verdict.Pass, comparison.Sentence);
        Looks.At(new Look(2, 3, 84), Pairs.Of(bothPassed: 83), Frame(126)).Coverage.IsWhole.ShouldBeFalse();
    }

    [Fact]
    public void Its_sentences() => Approve.Text(string.Join('\n',
        new Look(2, 3, 236).Sentence(new Coverage(354, 236), Verdict.Pass, samples: 1),
        new Look(1, 5, 70).Sentence(new Coverage(354, 70), Verdict.Regression, samples: 3),
        new Look(1, 2, 20).Sentence(new Coverage(40, 20), Verdict.NotDecided, samples: 1),
        new Look(3, 3, 354).Sentence(new Coverage(354, 354), Verdict.NotDecided, samples: 1)));

    static bool Ends(Look look, List<CaseResult> done, int remaining, bool isMust = false) =>
        Looks.Ends(look, done, [.. Enumerable.Range(1, remaining).Select(i => new Unasked($"set/rest-{i}", ["retrieval"], isMust))], Frame(done.Count + remaining));

    static ComparisonFrame Frame(int planned) => new(Pairs.LayersOf("retrieval"), new Gate(), new Coverage(planned, 0), 1);
}
