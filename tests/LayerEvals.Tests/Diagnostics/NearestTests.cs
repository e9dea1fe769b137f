using LayerEvals.Diagnostics;

namespace LayerEvals.Tests.Diagnostics;

public sealed class NearestTests
{
    [Theory]
    [InlineData("expects", "expect")]
    [InlineData("laier", "layer")]
    [InlineData("LAYER", "layer")]
    [InlineData("prod", "production")]
    [InlineData("pro", "production")]
    [InlineData("xylophone", null)]
    [InlineData("", null)]
    [InlineData("alyer", "layer")]
    public void The_word_that_was_meant_is_found(string word, string? meant) => Nearest.To(word, ["expect", "layer", "production"]).ShouldBe(meant);

    [Fact]
    public void A_start_that_two_words_share_means_neither() => Nearest.To("start", ["starts-with", "started-by"]).ShouldBeNull();

    [Fact]
    public void A_list_of_very_many_words_is_cut()
    {
        var known = Enumerable.Range(0, 100_000).Select(i => $"word-{i:D6}").ToList();

        Nearest.Advice("zzz", known).ShouldEndWith("word-000063 and 99936 more");
    }
}
