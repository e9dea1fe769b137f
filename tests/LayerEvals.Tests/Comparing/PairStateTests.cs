using LayerEvals.Comparing;

namespace LayerEvals.Tests.Comparing;

public sealed class PairStateTests
{
    [Theory]
    [InlineData("P", "P", nameof(PairState.BothPassed))]
    [InlineData("P", "F", nameof(PairState.GotWorse))]
    [InlineData("F", "P", nameof(PairState.GotBetter))]
    [InlineData("F", "F", nameof(PairState.BothFailed))]
    [InlineData("PPF", "PFF", nameof(PairState.GotWorse))]
    [InlineData("PFF", "FPF", nameof(PairState.Same))]
    [InlineData("P", "E", nameof(PairState.NotScored))]
    [InlineData("PU", "PP", nameof(PairState.NotScored))]
    [InlineData("", "", nameof(PairState.Silent))]
    public void A_pair_has_the_state_that_the_tally_counts_it_under(string before, string now, string expected) =>
        PairStates.Of(CellOf(before), CellOf(now)).ToString().ShouldBe(expected);

    static Cell CellOf(string samples) => samples.Aggregate(new Cell(), (cell, sample) => cell.With(sample switch { 'P' => Outcome.Passed, 'F' => Outcome.Failed, 'E' => Outcome.Errored, _ => Outcome.Unscored }));
}
