using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing;

public sealed class ClustersTests
{
    [Fact]
    public void A_layer_in_clusters_is_judged_by_the_robust_error_of_its_lists()
    {
        const int Seed = 31;
        var random = new Random(Seed);
        for (var round = 0; round < 50; round++)
        {
            var results = Random(random, clusters: random.Next(30, 80), alone: random.Next(0, 40));
            var lists = results.GroupBy(r => r.Cluster ?? r.Key).Select(g => g.Select(r => r.Candidate.Mean - r.Baseline.Mean).ToArray()).ToArray();

            var layer = Pairs.Compare(results).Layers[0];

            var mean = ClusteredMean.Of(lists);
            var say = $"seed {Seed}, round {round}";
            layer.Clusters.ShouldBe(lists.Length, say);
            layer.DesignEffect.ShouldBe(mean.DesignEffect, 1e-9, say);
            layer.P!.Value.ShouldBeGreaterThanOrEqualTo(mean.PWorse() - 1e-12, say);
            layer.Bound!.Value.ShouldBe(new ClusteredPairs(layer.Tally.Regressions, layer.Tally.Fixes, layer.Tally.N, mean.DesignEffect, lists.Length).Bound(0.95), 1e-9, say);
        }
    }

    [Fact]
    public void Clusters_of_one_case_say_nothing_that_the_cases_do_not()
    {
        var plain = Pairs.Of(worse: 9, better: 4, bothPassed: 80, bothFailed: 7);

        var named = Pairs.Compare([.. plain.Select(r => r with { Cluster = "of-" + r.Key })]);

        named.Overall.Clusters.ShouldBeNull();
        named.Sentence.ShouldBe(Pairs.Compare(plain).Sentence);
    }

    [Fact]
    public void Cases_that_regress_together_are_less_evidence_than_as_many_alone()
    {
        var alone = Pairs.Of(worse: 12, bothPassed: 188);
        var together = alone.Select((r, i) => r with { Cluster = $"document-{i / 6}" }).ToList();

        Pairs.Compare(alone).Verdict.ShouldBe(Verdict.Regression);
        Pairs.Compare(together).Verdict.ShouldBe(Verdict.NotDecided);
        Pairs.Compare(together).Overall.P!.Value.ShouldBeGreaterThan(Pairs.Compare(alone).Overall.P!.Value);
    }

    [Theory]
    [InlineData(29, "NotDecided")]
    [InlineData(30, "Pass")]
    public void Thirty_clusters_are_the_least_that_pass(int clusters, string verdict) => Pairs.Compare(Pairs.Clustered(clusters, size: 8)).Verdict.ToString().ShouldBe(verdict);

    [Fact]
    public void Two_clusters_that_changed_alike_show_nothing_however_many_cases_they_hold()
    {
        var results = Enumerable.Range(0, 200).Select(i => Pairs.Pair($"a/{i}", Outcome.Passed, i % 50 < 2 ? Outcome.Failed : Outcome.Passed) with { Cluster = $"document-{i % 50}" }).ToList();

        var comparison = Pairs.Compare(results);

        comparison.Overall.Tally.Regressions.ShouldBe(8);
        comparison.Overall.P!.Value.ShouldBe(McNemar.MidP(2, 0), 1e-12);
        comparison.Verdict.ShouldBe(Verdict.NotDecided);
    }

    [Fact]
    public void The_rates_of_clusters_have_wider_intervals()
    {
        var results = Enumerable.Range(0, 200).Select(i => Pairs.Pair($"a/{i}", i % 40 < 10 ? Outcome.Failed : Outcome.Passed, i % 40 < 10 ? Outcome.Failed : Outcome.Passed)).ToList();

        var (alone, together) = (Pairs.Compare(results).Overall, Pairs.Compare([.. results.Select((r, i) => r with { Cluster = $"document-{i % 40}" })]).Overall);

        together.Baseline!.Value.Lower.ShouldBeLessThan(alone.Baseline!.Value.Lower - 0.03);
        together.Baseline!.Value.Upper.ShouldBeGreaterThan(alone.Baseline!.Value.Upper + 0.03);
    }

    static List<CaseResult> Random(Random random, int clusters, int alone)
    {
        var results = new List<CaseResult>();
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            var drop = random.NextDouble() < 0.15;
            for (var i = random.Next(2, 6); i > 0; i--) results.Add(Case($"c-{cluster}-{i}", drop) with { Cluster = $"document-{cluster}" });
        }
        for (var i = 0; i < alone; i++) results.Add(Case($"alone-{i}", drop: false));
        return results;

        CaseResult Case(string id, bool drop) =>
            Pairs.Pair($"a/{id}", random.NextDouble() < 0.9 ? Outcome.Passed : Outcome.Failed, !drop && random.NextDouble() < 0.9 ? Outcome.Passed : Outcome.Failed);
    }
}
