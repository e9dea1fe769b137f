using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class RepeatedSamplesTests
{
    // Means 0, 1/2, 1: variance 1/4. Within: (0 + (1/4)·2 + 0)/3 = 1/6. Between: 1/4 - 1/12 = 1/6.
    [Fact]
    public void Three_cases_asked_twice_by_hand()
    {
        var samples = RepeatedSamples.Of([new(0, 2), new(1, 2), new(2, 2)])!;

        samples.Mean.ShouldBe(0.5, 1e-15);
        samples.Within.ShouldBe(1 / 6.0, 1e-15);
        samples.Between.ShouldBe(1 / 6.0, 1e-15);
        samples.Icc!.Value.ShouldBe(0.5, 1e-15);
        samples.SelfDisagreement.ShouldBe(1 / 3.0, 1e-15);
        samples.FlakyShare.ShouldBe(1 / 3.0, 1e-15);
        samples.StandardError.ShouldBe(Math.Sqrt(0.25 / 3), 1e-15);
        samples.ErrorAt(2).ShouldBe(samples.StandardError, 1e-15);
    }

    [Fact]
    public void Self_disagreement_is_the_share_of_pairs_of_samples_that_differ()
    {
        // 3 of 5: 3·2 of 10 pairs differ; 5 of 5: none.
        RepeatedSamples.Of([new(3, 5), new(5, 5)])!.SelfDisagreement.ShouldBe((0.6 + 0) / 2, 1e-15);
    }

    [Fact]
    public void Cases_asked_once_say_nothing_of_asking_again()
    {
        RepeatedSamples.Of([new(1, 1), new(0, 1)]).ShouldBeNull();
        RepeatedSamples.Of([new(1, 2)]).ShouldBeNull();
        RepeatedSamples.Of([new(1, 2), new(0, 1)])!.FlakyShare.ShouldBe(1);
    }

    [Fact]
    public void Where_nothing_varies_there_is_no_correlation() => RepeatedSamples.Of([new(3, 3), new(3, 3)])!.Icc.ShouldBeNull();

    [Fact]
    public void Within_and_between_are_not_biased()
    {
        // True chances of .5 and .9, half each: within (.25 + .09)/2 = .17, between .04.
        const int seed = 60601;
        var random = new Random(seed);
        var (within, between, rounds) = (0.0, 0.0, 4000);
        for (var round = 0; round < rounds; round++)
        {
            var cases = Enumerable.Range(0, 30).Select(_ => (Chance: random.Next(2) == 0 ? 0.5 : 0.9, K: random.Next(2, 5)))
                .Select(c => new SampleCount(Enumerable.Range(0, c.K).Count(_ => random.NextDouble() < c.Chance), c.K)).ToList();
            var samples = RepeatedSamples.Of(cases)!;
            within += samples.Within / rounds;
            between += samples.Between / rounds;
        }

        within.ShouldBe(0.17, 0.003, $"seed {seed}");
        between.ShouldBe(0.04, 0.003, $"seed {seed}");
    }

    [Fact]
    public void A_case_that_passes_95_times_in_a_hundred_looks_flaky_in_14_threes_of_a_hundred() =>
        (1 - Binomial.Exactly(0, 3, 0.95) - Binomial.Exactly(3, 3, 0.95)).ShouldBe(0.14, 0.005);
}
