using LayerEvals.Comparing;

namespace LayerEvals.Tests.Comparing;

public sealed class McNemarTests
{
    // By hand for b = 8, c = 2: (45 + 10 + 1)/1024 - 45/2048 = 67/2048 (STATISTICS 1.2).
    [Theory]
    [InlineData(8, 2, 0.03271484375)]
    [InlineData(0, 0, 0.5)]
    [InlineData(1, 0, 0.25)]
    [InlineData(4, 0, 0.03125)]
    [InlineData(0, 4, 0.96875)]
    [InlineData(3, 3, 0.5)]
    public void The_one_sided_mid_p(int b, int c, double p) => McNemar.MidP(b, c).ShouldBe(p, 1e-12);

    [Fact]
    public void Swapping_sides_mirrors_the_p()
    {
        for (var b = 0; b <= 30; b++)
            for (var c = 0; c <= 30; c++)
                (McNemar.MidP(b, c) + McNemar.MidP(c, b)).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void One_more_regression_never_raises_the_p()
    {
        for (var c = 0; c <= 30; c++)
            for (var b = 0; b <= 60; b++)
                McNemar.MidP(b + 1, c).ShouldBeLessThan(McNemar.MidP(b, c));
    }
}
