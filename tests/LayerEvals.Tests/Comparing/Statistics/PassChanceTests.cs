using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class PassChanceTests
{
    // STATISTICS-TABLES 2.2.
    [Theory]
    [InlineData(0.05, 0.05, 100, 58.4)]
    [InlineData(0.02, 0.02, 300, 68.2)]
    [InlineData(0.10, 0.05, 50, 24.1)]
    public void It_is_that_of_the_table(double discordance, double margin, int n, double percent) =>
        (100 * new PassChance(margin, 0.95, discordance).Of(n)).ShouldBe(percent, 0.0501);

    [Theory]
    [InlineData(0.004, 0.05, 21_000)]
    [InlineData(0.012, 0.20, 5_500)]
    public void Beyond_a_thousand_changes_it_is_within_a_fifth_of_a_point_of_the_exact_chance(double margin, double discordance, int n) =>
        (100 * new PassChance(margin, 0.95, discordance).Of(n)).ShouldBe(100 * new PassPower(margin, 0.95).Of(n, PairedTruth.Of(discordance, 0)), 0.2);

    // STATISTICS 2.6 has 161 for 5 % and 263 for 10 %.
    [Theory]
    [InlineData(0.05, 100, 58)]
    [InlineData(0.05, 158, 0)]
    [InlineData(0.10, 200, 63)]
    public void The_cases_to_add_lead_to_the_first_size_that_is_enough(double discordance, int n, int more) =>
        new PassChance(0.05, 0.95, discordance).MoreThan(n, 0.8).ShouldBe(more);

    // 87 cases are enough, 96 are not (79.8 %), 101 are again.
    [Fact]
    public void Where_the_chance_sags_again_the_next_tooth_counts()
    {
        var chance = new PassChance(0.05, 0.95, 0.02);

        chance.MoreThan(60, 0.8).ShouldBe(27);
        chance.MoreThan(96, 0.8).ShouldBe(5);
    }

    [Fact]
    public void Beyond_a_million_cases_there_is_no_number() => new PassChance(0.001, 0.95, 0.5).MoreThan(100, 0.8).ShouldBeNull();

    // Each case either always agrees with itself or is a coin, so that two askings disagree in the share D of all cases.
    [Theory]
    [InlineData(100, 3, 0.10, 0.05)]
    [InlineData(200, 3, 0.20, 0.05)]
    [InlineData(100, 5, 0.20, 0.05)]
    public void With_samples_it_is_what_a_simulation_of_the_gates_bound_finds(int n, int samples, double discordance, double margin)
    {
        const int runs = 4000;
        var coin = new Coin(20260901);
        var passed = 0;
        for (var run = 0; run < runs; run++)
        {
            var differences = new MeanDifference();
            for (var i = 0; i < n; i++)
            {
                var varies = coin.Uniform() < 2 * discordance;
                differences.Add(varies ? (double)(coin.Heads(samples) - coin.Heads(samples)) / samples : 0);
            }
            if (differences.Bound(0.95) > -margin) passed++;
        }

        new PassChance(margin, 0.95, discordance).Of(n, samples).ShouldBe((double)passed / runs, 0.03);
    }

    [Fact]
    public void More_samples_never_lower_the_chance_and_take_fewer_cases()
    {
        var chance = new PassChance(0.05, 0.95, 0.2);

        for (var k = 2; k < 10; k++) chance.Of(150, k + 1).ShouldBeGreaterThan(chance.Of(150, k), $"k = {k}");
        chance.MoreThan(50, 0.8, 5)!.Value.ShouldBeLessThan(chance.MoreThan(50, 0.8, 3)!.Value);
        chance.Of(50 + chance.MoreThan(50, 0.8, 3)!.Value, 3).ShouldBeGreaterThanOrEqualTo(0.8);
    }

    [Fact]
    public void What_stays_possible_is_the_bound_of_cases_that_never_changed()
    {
        var same = new MeanDifference();
        for (var i = 0; i < 20; i++) same.Add(0);
        var chance = new PassChance(0.05, 0.95, 0.05);

        chance.StaysPossible(20, 1).ShouldBe(0.119, 0.0005);
        chance.StaysPossible(20, 3).ShouldBeNear(-same.Bound(0.95));
    }
}
