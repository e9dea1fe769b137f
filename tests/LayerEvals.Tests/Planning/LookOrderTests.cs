using LayerEvals.GoldenSets;
using LayerEvals.Planning;
using LayerEvals.Scoring;

namespace LayerEvals.Tests.Planning;

public sealed class LookOrderTests
{
    static readonly GoldenCase[] Cases =
    [
        .. Enumerable.Range(1, 90).Select(i => Golden("claims", i)), .. Enumerable.Range(1, 31).Select(i => Golden("travel", i)),
        .. Enumerable.Range(1, 7).Select(i => Golden("rare", i)), .. Enumerable.Range(91, 6).Select(i => Golden("claims", i) with { Must = true }),
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Each_look_holds_its_share_of_every_set_and_of_the_must_pass_cases(int looks)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var order = LookOrder.Of(Cases, looks, seed);
            var ends = LookOrder.Ends(Cases.Length, looks);

            for (var look = 1; look <= looks; look++)
                foreach (var stratum in Cases.GroupBy(c => (c.Set, c.Must)))
                    ((double)order.Take(ends[look - 1]).Count(c => (c.Set, c.Must) == stratum.Key)).ShouldBe((double)stratum.Count() * look / looks, 2, $"seed {seed}, look {look}, {stratum.Key}");
        }
    }

    [Fact]
    public void It_asks_every_case_once_in_an_order_that_only_the_seed_decides()
    {
        var order = LookOrder.Of(Cases, 3, 7).Select(c => c.Key).ToList();

        order.Order().ShouldBe(Cases.Select(c => c.Key).Order());
        LookOrder.Of(Cases, 3, 7).Select(c => c.Key).ShouldBe(order);
        LookOrder.Of(Cases, 3, 8).Select(c => c.Key).ShouldNotBe(order);
    }

    [Fact]
    public void Must_pass_cases_come_first_in_their_look()
    {
        var order = LookOrder.Of(Cases, 3, 7);
        var from = 0;
        foreach (var to in LookOrder.Ends(Cases.Length, 3))
        {
            var musts = order.Skip(from).Take(to - from).Select(c => c.Must).ToList();
            musts.ShouldBe(musts.OrderByDescending(m => m));
            musts[0].ShouldBeTrue();
            from = to;
        }
    }

    [Fact]
    public void A_cluster_is_asked_in_one_look()
    {
        GoldenCase[] pairs = [.. Enumerable.Range(0, 120).Select(i => Golden("twins", i) with { Cluster = $"twin-{i % 60}" })];

        var order = LookOrder.Of(pairs, 3, 7);

        for (var i = 0; i < order.Count; i += 2) order[i].Cluster.ShouldBe(order[i + 1].Cluster);
    }

    [Theory]
    [InlineData(10, 3, new[] { 3, 7, 10 })]
    [InlineData(354, 3, new[] { 118, 236, 354 })]
    [InlineData(2, 5, new[] { 0, 1, 1, 2, 2 })]
    public void The_looks_are_equally_spaced(int cases, int looks, int[] ends) => LookOrder.Ends(cases, looks).ShouldBe(ends);

    static GoldenCase Golden(string set, int number) => new() { Set = set, Id = $"c-{number}", Checks = CheckList.Empty };
}
