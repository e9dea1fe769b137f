using LayerEvals.Comparing;

namespace LayerEvals.Tests.Comparing;

public sealed class MeanDifferenceTests
{
    // Differences -1, -.5, 0, 0, .5, -.5: mean -.25, variance (1.75 - 6 × .0625)/5 = .275, t = -.25/sqrt(.275/6) = -1.16775 with 5 degrees of freedom.
    [Fact]
    public void The_paired_t_of_six_cases()
    {
        var differences = Of(-1, -0.5, 0, 0, 0.5, -0.5);

        differences.Mean.ShouldBe(-0.25, 1e-12);
        differences.PWorse().ShouldBe(0.14780, 1e-4);
    }

    // +1 and -1 appended: n = 8, mean -1.5/8 = -.1875, variance (3.75 - 8 × .03515625)/7 = .49553571, t(.95, 7) = 1.894579.
    [Fact]
    public void The_adjusted_t_bound_of_six_cases() =>
        Of(-1, -0.5, 0, 0, 0.5, -0.5).Bound(0.95).ShouldBe(-0.1875 - 1.894579 * Math.Sqrt(0.49553571 / 8), 1e-6);

    [Fact]
    public void Unchanged_cases_are_no_proof_by_themselves()
    {
        var unchanged = Of([.. Enumerable.Repeat(0.0, 20)]);

        unchanged.PWorse().ShouldBe(0.5);
        unchanged.Bound(0.95).ShouldBeInRange(-0.2, -0.05);
    }

    // The trap: 4 cases asked 3 times, all worse, are 4 cases and not 12. Pooled it would be p = 1/4096.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(9)]
    public void Cases_that_all_got_worse_prove_no_more_than_as_many_single_askings(int cases)
    {
        var worse = Of([.. Enumerable.Repeat(-1.0, cases)]);

        worse.PWorse().ShouldBeGreaterThanOrEqualTo(McNemar.MidP(cases, 0));
    }

    [Fact]
    public void Nearly_equal_differences_of_few_cases_prove_no_more_than_their_signs()
    {
        var worse = Of(-1, -1, -1, -2.0 / 3);

        worse.PWorse().ShouldBeGreaterThanOrEqualTo(McNemar.MidP(4, 0));
    }

    [Fact]
    public void Swapping_sides_mirrors_the_interval()
    {
        var interval = Of(-1, 0.5, 0, 0.25).Interval(0.95);
        var mirrored = Of(1, -0.5, 0, -0.25).Interval(0.95);

        mirrored.Lower.ShouldBe(-interval.Upper, 1e-12);
        mirrored.Upper.ShouldBe(-interval.Lower, 1e-12);
    }

    [Fact]
    public void Better_cases_are_no_regression() => Of(0.5, 1, 0.5, 1, 1).PWorse().ShouldBeGreaterThan(0.95);

    static MeanDifference Of(params double[] differences)
    {
        var mean = new MeanDifference();
        foreach (var difference in differences) mean.Add(difference);
        return mean;
    }
}
