using LayerEvals.Reporting;

namespace LayerEvals.Tests.Reporting;

public sealed class AnswerDiffTests
{
    [Fact]
    public void What_changed_stands_between_what_did_not() =>
        AnswerDiff.Of("a\nb\nc\nd\ne\nold\nf", "a\nb\nc\nd\ne\nnew\nf", 1000).ShouldBe("  a\n  …\n  e\n- old\n+ new\n  f");

    [Fact]
    public void A_long_line_is_compared_by_sentence()
    {
        var same = new string('x', 150) + ".";

        AnswerDiff.Of($"{same} It is 30 days.", $"{same} It is 14 days.", 1000).ShouldBe($"  {same}\n- It is 30 days.\n+ It is 14 days.");
    }

    [Fact]
    public void Equal_answers_say_so() => AnswerDiff.Of("a", "a", 1000).ShouldBe("  (the same text on both sides)");

    [Fact]
    public void No_diff_is_longer_than_it_may_be()
    {
        var diff = AnswerDiff.Of(string.Join('\n', Enumerable.Range(0, 100)), string.Join('\n', Enumerable.Range(200, 100)), 60);

        diff.Length.ShouldBeLessThan(100);
        diff.ShouldEndWith("more lines");
    }

    // An edit script is right when it leads from one text to the other.
    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "")]
    [InlineData("a\nb\nc", "c\nb\na")]
    [InlineData("a\na\nb", "a\nb\nb")]
    [InlineData("- a", "+ a")]
    public void The_lines_of_both_are_all_there(string before, string after)
    {
        var lines = AnswerDiff.Of(before, after, 1000).Split('\n');

        string.Join('\n', lines.Where(l => l[0] is '-' or ' ').Select(l => l[2..])).ShouldBe(before);
        string.Join('\n', lines.Where(l => l[0] is '+' or ' ').Select(l => l[2..])).ShouldBe(after);
    }
}
