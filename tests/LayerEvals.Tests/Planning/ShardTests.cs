using LayerEvals.Planning;

namespace LayerEvals.Tests.Planning;

public sealed class ShardTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Every_case_is_in_exactly_one_shard(int count)
    {
        var shards = Enumerable.Range(1, count).Select(i => new Shard(i, count)).ToList();

        for (var i = 0; i < 500; i++) shards.Count(s => s.Holds($"set/case-{i}")).ShouldBe(1);
    }

    [Fact]
    public void Shards_are_about_even()
    {
        var sizes = Enumerable.Range(0, 4000).CountBy(i => Enumerable.Range(1, 4).Single(s => new Shard(s, 4).Holds($"set/case-{i}"))).Select(s => s.Value);

        sizes.ShouldAllBe(size => size > 850 && size < 1150);
    }

    [Theory]
    [InlineData("2/4", true)]
    [InlineData("1/1", true)]
    [InlineData("0/4", false)]
    [InlineData("5/4", false)]
    [InlineData("1/1001", false)]
    [InlineData("-1/4", false)]
    [InlineData(" 1/4", false)]
    [InlineData("1/4/2", false)]
    [InlineData("one", false)]
    [InlineData("١/٤", false)]
    public void A_shard_is_a_number_of_how_many(string text, bool isShard) => (Shard.Parse(text)?.ToString() == text).ShouldBe(isShard);
}
