using LayerEvals.Comparing;

namespace LayerEvals.Tests.Comparing;

public sealed class ZeroDiscordanceTests
{
    // -z²/(n + z²) with z² = 2.705543 (STATISTICS 1.2): n = 20 gives -2.705543/22.705543.
    [Theory]
    [InlineData(20, -11.9)]
    [InlineData(50, -5.13)]
    [InlineData(52, -4.95)]
    [InlineData(88, -2.98)]
    [InlineData(133, -1.99)]
    public void What_unchanged_cases_rule_out(int n, double points)
    {
        (ZeroDiscordance.Bound(n, 0.95) * 100).ShouldBe(points, points < -10 ? 0.05 : 0.005);
        ZeroDiscordance.Bound(n, 0.95).ShouldBe(Tango.Bound(0, 0, n, 0.95), 1e-12);
    }

    [Theory]
    [InlineData(5, 52)]
    [InlineData(20, 11)]
    [InlineData(10, 25)]
    [InlineData(3, 88)]
    [InlineData(2, 133)]
    public void The_fewest_cases_that_can_pass(int margin, int cases)
    {
        ZeroDiscordance.CasesNeeded(margin / 100.0, 0.95).ShouldBe(cases);
        ZeroDiscordance.Bound(cases, 0.95).ShouldBeGreaterThan(-margin / 100.0);
        ZeroDiscordance.Bound(cases - 1, 0.95).ShouldBeLessThanOrEqualTo(-margin / 100.0);
    }
}
