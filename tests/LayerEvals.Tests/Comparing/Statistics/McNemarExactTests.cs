using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class McNemarExactTests
{
    [Fact]
    public void Eight_regressions_and_two_fixes_by_hand()
    {
        McNemarExact.Worse(8, 2).ShouldBe(56 / 1024.0, 1e-15);
        McNemarExact.TwoSided(8, 2).ShouldBe(0.109375, 1e-15);
        McNemarExact.MidP(8, 2).ShouldBe(0.0654296875, 1e-15);
        McNemar.MidP(8, 2).ShouldBe(0.03271484375, 1e-15);
    }

    [Fact]
    public void No_discordant_pair_says_nothing()
    {
        McNemarExact.Worse(0, 0).ShouldBe(1);
        McNemarExact.TwoSided(0, 0).ShouldBe(1);
        McNemarExact.MidP(0, 0).ShouldBe(1);
        McNemar.MidP(0, 0).ShouldBe(0.5);
    }

    [Fact]
    public void As_many_fixes_as_regressions_have_a_mid_p_of_their_own() => McNemarExact.MidP(2, 2).ShouldBe(1 - 6 / 32.0, 1e-15);

    [Fact]
    public void All_tables_up_to_sixty_agree_with_whole_numbers()
    {
        for (var m = 1; m <= 60; m++)
        {
            for (var b = 0; b <= m; b++)
            {
                var (c, say) = (m - b, $"b = {b}, c = {m - b}");
                var tail = Exact.CoinAtLeast(Math.Max(b, c), m);
                var mass = Exact.Choose(m, b).Over(System.Numerics.BigInteger.One << m);
                McNemarExact.Worse(b, c).ShouldBeNear(Exact.CoinAtLeast(b, m), 1e-12, say);
                McNemarExact.TwoSided(b, c).ShouldBeNear(Math.Min(1, 2 * tail), 1e-12, say);
                McNemarExact.MidP(b, c).ShouldBeNear(b == c ? 1 - mass / 2 : 2 * tail - mass, 1e-12, say);
                McNemar.MidP(b, c).ShouldBeNear(Exact.CoinAtLeast(b, m) - mass / 2, 1e-12, say);
            }
        }
    }

    [Fact]
    public void Swapping_the_sides_changes_no_two_sided_p_and_mirrors_the_one_sided()
    {
        const int seed = 511;
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var (b, c) = (random.Next(500_000), random.Next(500_000));
            var say = $"seed {seed}, round {round}: b = {b}, c = {c}";

            McNemarExact.TwoSided(b, c).ShouldBe(McNemarExact.TwoSided(c, b), say);
            McNemarExact.MidP(b, c).ShouldBe(McNemarExact.MidP(c, b), 1e-15, say);
            (McNemarExact.Worse(b, c) + McNemarExact.Worse(c, b) - FairCoin.Exactly(b, b + c)).ShouldBe(1, 1e-11, say);
            (McNemar.MidP(b, c) + McNemar.MidP(c, b)).ShouldBe(1, 1e-11, say);
        }
    }
}
