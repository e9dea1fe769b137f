using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class SampleSizeTests
{
    // ((1.644854 √.15 + 0.841621 √.1475)/.05)² = 368.85, so 369 cases.
    [Fact]
    public void The_example_of_Connor() => SampleSize.ToShowWorse(new PairedTruth(0.10, 0.05), 0.05, 0.8).ShouldBe(368.85, 0.005);

    // 2.486475² · .1/.05² = 247.30.
    [Fact]
    public void Passing_by_hand() => SampleSize.ToPass(PairedTruth.Of(0.10, 0), 0.05, 0.95, 0.8).ShouldBe(247.30, 0.005);

    [Fact]
    public void With_many_changes_Connor_and_the_exact_power_agree()
    {
        var truth = new PairedTruth(0.20, 0.15);
        var n = (int)Math.Ceiling(SampleSize.ToShowWorse(truth, 0.05, 0.8));

        new McNemarPower(0.05).Of(n, truth).ShouldBe(0.8, 0.01);
    }
}
