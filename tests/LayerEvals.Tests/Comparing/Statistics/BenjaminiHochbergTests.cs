using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class BenjaminiHochbergTests
{
    // .01 · 3/1 = .03; .03 · 3/2 = .045 but .04 · 3/3 = .04 comes after it and is smaller.
    [Fact]
    public void Three_by_hand()
    {
        var adjusted = BenjaminiHochberg.Adjust([0.01, 0.04, 0.03]);

        adjusted[0].ShouldBe(0.03, 1e-15);
        adjusted[1].ShouldBe(0.04, 1e-15);
        adjusted[2].ShouldBe(0.04, 1e-15);
    }

    // The fifteen p of Benjamini and Hochberg 1995, section 3.2: at .05 theirs rejects four, Bonferroni three.
    [Fact]
    public void The_published_example_rejects_four()
    {
        double[] p = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.0];

        BenjaminiHochberg.Adjust(p).Count(q => q <= 0.05).ShouldBe(4);
        Holm.Adjust(p).Count(q => q <= 0.05).ShouldBe(3);
    }

    [Fact]
    public void Nothing_to_correct_is_nothing() => BenjaminiHochberg.Adjust([]).ShouldBeEmpty();

    [Fact]
    public void It_lies_between_the_p_and_Holm_and_keeps_the_order()
    {
        const int seed = 313;
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var p = Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.NextDouble() * random.NextDouble()).ToArray();
            var (adjusted, holm) = (BenjaminiHochberg.Adjust(p), Holm.Adjust(p));
            for (var i = 0; i < p.Length; i++)
            {
                var say = $"seed {seed}, round {round}, {i}";
                adjusted[i].ShouldBeGreaterThanOrEqualTo(p[i], say);
                adjusted[i].ShouldBeLessThanOrEqualTo(holm[i] + 1e-15, say);
                for (var j = 0; j < p.Length; j++)
                    if (p[i] < p[j]) adjusted[i].ShouldBeLessThanOrEqualTo(adjusted[j], say);
            }
        }
    }
}
