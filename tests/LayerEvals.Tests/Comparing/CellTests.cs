using LayerEvals.Comparing;

namespace LayerEvals.Tests.Comparing;

public sealed class CellTests
{
    [Theory]
    [InlineData(Outcome.Failed, Outcome.Errored, Outcome.Failed)]
    [InlineData(Outcome.Errored, Outcome.Unscored, Outcome.Errored)]
    [InlineData(Outcome.Unscored, Outcome.Passed, Outcome.Unscored)]
    [InlineData(Outcome.Passed, Outcome.NotApplicable, Outcome.Passed)]
    public void Of_two_outcomes_the_weightier_counts(Outcome heavy, Outcome light, Outcome expected)
    {
        Cell.Weightiest(heavy, light).ShouldBe(expected);
        Cell.Weightiest(light, heavy).ShouldBe(expected);
    }

    [Fact]
    public void Not_applicable_alone_is_no_outcome()
    {
        Cell.Weightiest(null, Outcome.NotApplicable).ShouldBeNull();
        new Cell().With(Outcome.NotApplicable).ShouldBe(new Cell());
        new Cell().With(null).IsLost.ShouldBeFalse();
    }

    [Fact]
    public void Samples_that_are_not_asked_for_anything_are_not_in_the_mean()
    {
        var cell = Pairs.Sampled(Outcome.Passed, Outcome.NotApplicable, null, Outcome.Failed);

        cell.Mean.ShouldBe(0.5);
        cell.IsLost.ShouldBeFalse();
    }

    // The trap: a crash that silently leaves the sample moves the headline like an improvement.
    [Theory]
    [InlineData(Outcome.Errored)]
    [InlineData(Outcome.Unscored)]
    public void A_sample_that_was_lost_loses_the_case(Outcome lost) => Pairs.Sampled(Outcome.Passed, Outcome.Passed, lost).IsLost.ShouldBeTrue();
}
