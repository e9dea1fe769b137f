using LayerEvals.Comparing;

namespace LayerEvals.Tests.Comparing;

public sealed class HolmTests
{
    // Sorted .01, .03, .04 times 3, 2, 1: .03, .06, and .04 raised to the running maximum .06 (STATISTICS 1.7).
    [Fact]
    public void Three_hypotheses() => Near(Holm.Adjust([0.01, 0.04, 0.03]), [0.03, 0.06, 0.06]);

    [Fact]
    public void One_hypothesis_stays_as_it_is() => Near(Holm.Adjust([0.04]), [0.04]);

    [Fact]
    public void None_is_none() => Holm.Adjust([]).ShouldBeEmpty();

    [Fact]
    public void No_p_is_above_one() => Near(Holm.Adjust([0.5, 0.9, 0.6]), [1, 1, 1]);

    [Fact]
    public void The_order_of_the_hypotheses_changes_nothing()
    {
        double[] p = [0.2, 0.011, 0.03, 0.5, 0.011];

        Near([.. Holm.Adjust([.. p.Reverse()]).Reverse()], Holm.Adjust(p));
    }

    static void Near(double[] actual, double[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        for (var i = 0; i < expected.Length; i++) actual[i].ShouldBe(expected[i], 1e-12);
    }
}
