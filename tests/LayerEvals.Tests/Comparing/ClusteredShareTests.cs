using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing;

public sealed class ClusteredShareTests
{
    // By hand: p 0.6, residuals -0.2 and 0.8, and one alone of -0.6: (0.04/0.6 + 0.64/0.6 + 0.36/0.8) / (5 x 0.6 x 0.4 x 5/4) = 1.58333 / 1.5.
    [Fact]
    public void The_worked_example() =>
        ClusteredShare.DesignEffect(new Share(3, 5), [new Share(1, 2), new Share(2, 2)]).ShouldBe(1.0556, 1e-4);

    // The law: of cases asked once it is that of the mean, whatever the clusters.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_cases_asked_once_it_is_the_design_effect_of_their_mean(int seed)
    {
        var random = new Random(seed);
        List<IReadOnlyList<double>> clusters = [];
        for (var i = 0; i < 40; i++)
        {
            var bias = random.NextDouble();
            clusters.Add([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.NextDouble() < bias ? 1.0 : 0.0)]);
        }
        var all = new Share(clusters.Sum(c => c.Sum()), clusters.Sum(c => c.Count));

        var effect = ClusteredShare.DesignEffect(all, clusters.Where(c => c.Count > 1).Select(c => new Share(c.Sum(), c.Count)));

        effect.ShouldBe(ClusteredMean.Of(clusters).DesignEffect, 1e-9);
        effect.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Cases_that_stand_alone_have_the_interval_of_Wilson()
    {
        ClusteredShare.Interval(new Share(45, 50), [], 0.95).ShouldBe(Wilson.Of(45, 50, 0.95));
        // Clusters of one, and clusters of which the share counts nothing, stand alone too.
        ClusteredShare.DesignEffect(new Share(45, 50), [new Share(1, 1), new Share(0, 1), new Share(0, 0)]).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Five_cases_a_document_that_are_alike_count_as_one()
    {
        var clusters = Enumerable.Range(0, 20).Select(i => new Share(i < 10 ? 5 : 0, 5)).ToList();

        ClusteredShare.DesignEffect(new Share(50, 100), clusters).ShouldBe(5.21, 0.01);
        var wide = ClusteredShare.Interval(new Share(50, 100), clusters, 0.95);
        (wide.Upper - wide.Lower).ShouldBeGreaterThan(2 * (Wilson.Of(50, 100, 0.95).Upper - Wilson.Of(50, 100, 0.95).Lower));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 10)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Where_nothing_varies_there_is_no_effect(double count, double of) =>
        ClusteredShare.DesignEffect(new Share(count, of), [new Share(count / 2, of / 2)]).ShouldBe(1);

    [Fact]
    public void One_cluster_that_holds_everything_says_nothing_of_others() => ClusteredShare.DesignEffect(new Share(4, 8), [new Share(4, 8)]).ShouldBe(1);

    [Fact]
    public void Tables_keep_each_cluster_by_itself()
    {
        List<CaseReplies> cases =
        [
            Case("a", "one", Reply.Correct), Case("b", "one", Reply.Abstained), Case("c", "two", Reply.Correct), Case("d", null, Reply.Correct),
        ];

        var layer = Abstentions.Of(cases, samples: 1)!.Layers.ShouldHaveSingleItem();

        layer.Candidate.AnswersWhenPresent.ShouldBe(new Share(3, 4));
        layer.Clusters.Candidate.Select(t => t.AnswersWhenPresent).ShouldBe([new Share(1, 2), new Share(1, 1)]);
        layer.Clusters.Baseline.ShouldBeEmpty();
    }

    static CaseReplies Case(string id, string? cluster, Reply reply) => new($"s/{id}", "retrieval", true, [], [reply]) { Cluster = cluster };
}
