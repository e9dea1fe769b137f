using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class BinomialTests
{
    // By log-gamma and the continued fraction of the incomplete beta function in 40 digits.
    [Theory]
    [InlineData(3, 10, 0.25, 0.25028228759765625, 0.47440719604492188)]
    [InlineData(90, 1000, 0.07, 0.0025862847342047846, 0.0096244780901868644)]
    [InlineData(500_500, 1_000_000, 0.5, 0.00048394152969514513, 0.15889734568165277)]
    [InlineData(100_300, 1_000_000, 0.1, 0.0008058530611844823, 0.15905844454716649)]
    [InlineData(30, 1_000_000, 0.00001, 1.7112551187296584e-7, 2.5094634430504588e-7)]
    [InlineData(999_000, 1_000_000, 0.9989, 0.00011538631589952529, 0.0011688664049372414)]
    [InlineData(99_000, 1_000_000, 0.1, 5.0792225480153285e-6, 0.9995803824844305)]
    public void Masses_and_tails_are_right_up_to_a_million(int k, int n, double p, double exactly, double atLeast)
    {
        Binomial.Exactly(k, n, p).ShouldBeNear(exactly);
        Binomial.AtLeast(k, n, p).ShouldBeNear(atLeast);
        (1 - Binomial.AtMost(k - 1, n, p)).ShouldBe(atLeast, 1e-12);
    }

    [Fact]
    public void One_of_five_at_a_fifth_by_hand()
    {
        Binomial.Exactly(1, 5, 0.2).ShouldBe(5 * 0.2 * 0.8 * 0.8 * 0.8 * 0.8, 1e-15);
        Binomial.AtLeast(1, 5, 0.2).ShouldBe(1 - 0.8 * 0.8 * 0.8 * 0.8 * 0.8, 1e-15);
    }

    [Fact]
    public void At_one_half_it_is_the_fair_coin()
    {
        foreach (var m in new[] { 1, 2, 7, 40, 1001, 250_000 })
            foreach (var k in new[] { 0, 1, m / 3, m / 2, m - 1, m })
                Binomial.AtLeast(k, m, 0.5).ShouldBeNear(FairCoin.AtLeast(k, m), 1e-11, $"k = {k}, m = {m}");
    }

    [Fact]
    public void Small_tables_agree_with_whole_numbers()
    {
        for (var n = 1; n <= 40; n++)
        {
            for (var k = 0; k <= n; k++)
            {
                // p = 3/8: C(n, k) 3^k 5^(n-k) / 8^n.
                var mass = Exact.Choose(n, k) * System.Numerics.BigInteger.Pow(3, k) * System.Numerics.BigInteger.Pow(5, n - k);
                Binomial.Exactly(k, n, 0.375).ShouldBeNear(mass.Over(System.Numerics.BigInteger.Pow(8, n)), 1e-12, $"k = {k}, n = {n}");
            }
        }
    }

    [Theory]
    [InlineData(0.0, 1.0, 0.0)]
    [InlineData(1.0, 0.0, 1.0)]
    public void Certain_and_impossible_are_exact(double p, double none, double all)
    {
        Binomial.Exactly(0, 9, p).ShouldBe(none);
        Binomial.Exactly(9, 9, p).ShouldBe(all);
        Binomial.AtLeast(1, 9, p).ShouldBe(all);
        Binomial.AtMost(8, 9, p).ShouldBe(none);
    }
}
