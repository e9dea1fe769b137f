using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class PassAtTests
{
    [Fact]
    public void Two_of_five_and_four_of_five_by_hand()
    {
        PassAt.Any(5, 2, 2).ShouldBe(1 - 3 / 10.0, 1e-15);
        PassAt.All(5, 4, 2).ShouldBe(6 / 10.0, 1e-15);
    }

    [Fact]
    public void All_small_counts_agree_with_whole_numbers()
    {
        for (var n = 1; n <= 14; n++)
        {
            for (var c = 0; c <= n; c++)
            {
                for (var k = 1; k <= n; k++)
                {
                    var say = $"n = {n}, c = {c}, k = {k}";
                    PassAt.Any(n, c, k).ShouldBe((Exact.Choose(n, k) - Exact.Choose(n - c, k)).Over(Exact.Choose(n, k)), 1e-14, say);
                    PassAt.All(n, c, k).ShouldBe(Exact.Choose(c, k).Over(Exact.Choose(n, k)), 1e-14, say);
                }
            }
        }
    }

    [Fact]
    public void One_pass_in_a_million_keeps_its_digits() => PassAt.Any(1_000_000, 1, 3).ShouldBeNear(3e-6, 1e-14);

    [Fact]
    public void All_passing_mirrors_any_failing()
    {
        for (var c = 0; c <= 20; c++) PassAt.All(20, c, 4).ShouldBe(1 - PassAt.Any(20, 20 - c, 4), 1e-14);
    }

    [Theory]
    [InlineData(3, 4, 1)]
    [InlineData(3, -1, 1)]
    [InlineData(3, 1, 4)]
    [InlineData(3, 1, 0)]
    public void Impossible_counts_are_refused(int n, int c, int k) => Should.Throw<ArgumentOutOfRangeException>(() => PassAt.Any(n, c, k));
}
