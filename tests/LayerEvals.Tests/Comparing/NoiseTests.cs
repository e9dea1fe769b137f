using LayerEvals.Comparing;
using LayerEvals.Configs;

namespace LayerEvals.Tests.Comparing;

public sealed class NoiseTests
{
    [Fact]
    public void A_case_asked_once_shows_no_noise() => Noise.Of(Pairs.Of(worse: 3, bothPassed: 9), samples: 1).ShouldBeNull();

    [Fact]
    public void Flaky_is_what_passed_in_some_samples_and_failed_in_others()
    {
        List<CaseResult> results =
        [
            Pairs.Pair("a", Sampled(3, 0), Sampled(3, 0)), Pairs.Pair("b", Sampled(0, 3), Sampled(3, 0)),
            Pairs.Pair("c", Sampled(2, 1), Sampled(3, 0)), Pairs.Pair("d", Sampled(3, 0), Sampled(1, 2)),
        ];

        var noise = Noise.Of(results, samples: 3)!;

        noise.Flaky.Select(f => f.Key).ShouldBe(["c", "d"]);
        // By hand: one of four cases has 2 of 3; p(1-p)·3/2 = 1/3; twice its mean over four cases is 1/6.
        noise.Baseline!.SelfDisagreement.ShouldBe(1.0 / 6, 1e-12);
        noise.Candidate!.SelfDisagreement.ShouldBe(1.0 / 6, 1e-12);
    }

    [Fact]
    public void A_case_that_lost_a_sample_says_nothing_of_noise()
    {
        List<CaseResult> results = [Pairs.Pair("a", Sampled(3, 0), Sampled(3, 0)), Pairs.Pair("b", Sampled(3, 0), Sampled(3, 0)), Pairs.Pair("c", Sampled(1, 1).With(Outcome.Errored), Sampled(3, 0))];

        Noise.Of(results, samples: 3)!.Baseline!.SelfDisagreement.ShouldBe(0);
    }

    [Fact]
    public void Two_askings_of_one_sample_disagree_as_often_as_cases_changed()
    {
        var twice = Twice(Pairs.Of(worse: 3, better: 5, bothPassed: 80, bothFailed: 12));

        twice.SelfDisagreement!.Value.ShouldBe(0.08, 1e-12);
        (twice.Overall.N, twice.Overall.Changed).ShouldBe((100, 8));
        twice.Overall.Share.ShouldBe(Wilson.Of(8, 100, 0.95));
    }

    [Fact]
    public void Where_nothing_changed_there_is_one_verdict()
    {
        var twice = Twice(Pairs.Of(bothPassed: 60));

        (twice.Relabellings, twice.Regressions, twice.Passes, twice.NotDecided).ShouldBe((1, 0, 1, 0));
        twice.SelfDisagreement.ShouldBe(0);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(12)]
    public void The_rate_of_false_alarms_is_that_of_all_relabellings(int changed)
    {
        // One layer, so that the gate tests one hypothesis: all 2^changed relabellings counted by their number of regressions.
        var results = Pairs.Of(worse: changed, bothPassed: 60);
        var exact = Enumerable.Range(0, changed + 1).Sum(b => Pairs.Compare(Pairs.Of(worse: b, better: changed - b, bothPassed: 60)).Verdict == Verdict.Regression ? FairCoin.Exactly(b, changed) : 0);

        var twice = Twice(results);

        var error = Math.Sqrt(exact * (1 - exact) / twice.Relabellings);
        ((double)twice.Regressions / twice.Relabellings).ShouldBe(exact, 4 * error + 1e-12, $"seed {Seed}");
    }

    [Fact]
    public void Which_asking_was_the_first_changes_nothing_but_the_draw()
    {
        var there = Twice(Pairs.Of(worse: 9, bothPassed: 60));
        var back = Twice(Pairs.Of(better: 9, bothPassed: 60));

        back.Overall.ShouldBe(there.Overall);
        back.SelfDisagreement.ShouldBe(there.SelfDisagreement);
        Math.Abs(back.Regressions - there.Regressions).ShouldBeLessThan(80, $"seed {Seed}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers() => Twice(Pairs.Of(worse: 9, bothPassed: 60)).Regressions.ShouldBe(Twice(Pairs.Of(worse: 9, bothPassed: 60)).Regressions);

    const int Seed = 20260901;

    static Cell Sampled(int passed, int failed) => Pairs.Sampled([.. Enumerable.Repeat<Outcome?>(Outcome.Passed, passed), .. Enumerable.Repeat<Outcome?>(Outcome.Failed, failed)]);

    static AskedTwice Twice(List<CaseResult> results) =>
        AskedTwice.Of(results, Pairs.Compare(results), new ComparisonFrame(Pairs.LayersOf("retrieval"), new Gate(), new Coverage(results.Count, results.Count), 1), Seed);
}
