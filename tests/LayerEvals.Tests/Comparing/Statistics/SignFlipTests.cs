using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class SignFlipTests
{
    // Sums of ±3 ±2 ±1: -6, -4, -2, 0, 0, 2, 4, 6. Observed -3 - 2 + 1 = -4.
    [Fact]
    public void Three_differences_by_hand() => SignFlip.Worse([-3, -2, 1], seed: 1).ShouldBe(new SignFlipResult(2 / 8.0, IsExact: true));

    [Fact]
    public void Nothing_changed_says_nothing() => SignFlip.Worse([0, 0, 0], seed: 1).ShouldBe(new SignFlipResult(1, IsExact: true));

    [Fact]
    public void Unchanged_cases_change_nothing() => SignFlip.Worse([0, -3, 0, -2, 1, 0], seed: 1).P.ShouldBe(SignFlip.Worse([-3, -2, 1], seed: 1).P);

    [Fact]
    public void On_pass_and_fail_it_is_the_exact_McNemar()
    {
        for (var b = 0; b <= 12; b++)
            for (var c = 0; c <= 8; c++)
                SignFlip.Worse([.. Enumerable.Repeat(-1.0, b), .. Enumerable.Repeat(1.0, c)], seed: 1).P.ShouldBeNear(McNemarExact.Worse(b, c), 1e-12, $"b = {b}, c = {c}");
    }

    // 0.1 + 0.2 - 0.3 is 5.6e-17 in doubles: the four zero sums tie only with a tolerance.
    [Fact]
    public void Sums_that_differ_in_their_last_bits_tie()
    {
        var p = SignFlip.Worse([0.1, 0.2, -0.3], seed: 1).P;

        p.ShouldBe(5 / 8.0);
    }

    [Fact]
    public void Flips_agree_with_the_exact_test_where_both_are_known()
    {
        // Four standard errors of a share of 99,999.
        var exact = McNemarExact.Worse(40, 25);

        var drawn = SignFlip.Worse([.. Enumerable.Repeat(-1 / 3.0, 40), .. Enumerable.Repeat(1 / 3.0, 25)], seed: 77);

        drawn.IsExact.ShouldBeFalse();
        drawn.P.ShouldBe(exact, 4 * Math.Sqrt(exact * (1 - exact) / SignFlip.Flips), "seed 77");
    }

    [Fact]
    public void Many_tosses_are_looked_up_as_few_are_tossed()
    {
        var exact = McNemarExact.Worse(50_200, 49_900);

        var drawn = SignFlip.Worse([.. Enumerable.Repeat(-0.5, 50_200), .. Enumerable.Repeat(0.5, 49_900)], seed: 78);

        drawn.P.ShouldBe(exact, 4 * Math.Sqrt(exact * (1 - exact) / SignFlip.Flips), "seed 78");
    }

    [Fact]
    public void Different_differences_agree_with_a_straight_count()
    {
        const int seed = 4242;
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var differences = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Math.Round(random.NextDouble() * 2 - 1.1, 1)).Where(d => d != 0).ToArray();
            var hits = Enumerable.Range(0, 1 << differences.Length).Count(signs => Tenths(differences, signs) <= Tenths(differences, 0));

            SignFlip.Worse(differences, seed: 1).P.ShouldBe(hits / (double)(1 << differences.Length), $"seed {seed}, round {round}");
        }

        static int Tenths(double[] values, int signs) => values.Select((v, i) => (int)Math.Round(v * 10) * ((signs >> i & 1) == 0 ? 1 : -1)).Sum();
    }

    [Fact]
    public void The_seed_decides_and_the_order_of_cases_of_one_size_does_not()
    {
        var differences = Enumerable.Range(1, 50).Select(i => i % 3 == 0 ? i / 50.0 : -i / 70.0).ToArray();

        var p = SignFlip.Worse(differences, seed: 5);

        p.ShouldBe(SignFlip.Worse(differences, seed: 5));
        p.ShouldBe(SignFlip.Worse([.. differences.Reverse()], seed: 5));
        p.P.ShouldNotBe(SignFlip.Worse(differences, seed: 6).P);
    }

    // On every machine and runtime: reports are to be the same bytes. SplitMix64 of seed 1 begins with 0x910A2DEC89025CC1; 20 bits are 5 of its digits, the last first.
    [Fact]
    public void The_first_tosses_of_a_seed_are_those_of_SplitMix64()
    {
        var coin = new Coin(1);

        Enumerable.Range(0, 3).Select(_ => coin.Heads(20)).ShouldBe([8, 8, 7]);
    }

    [Fact]
    public void Better_and_worse_share_the_observed_sum()
    {
        const int seed = 4243;
        var random = new Random(seed);
        for (var round = 0; round < 30; round++)
        {
            var differences = Enumerable.Range(0, 15).Select(_ => random.NextDouble() * 2 - 1).ToArray();

            var both = SignFlip.Worse(differences, 1).P + SignFlip.Worse([.. differences.Select(d => -d)], 1).P;

            // Without ties exactly one assignment, the observed one, is counted on both sides.
            both.ShouldBe(1 + 1.0 / (1 << 15), 1e-12, $"seed {seed}, round {round}");
        }
    }
}
