using LayerEvals.Reporting.Page;

namespace LayerEvals.Tests.Reporting.Page;

public sealed class NormalReasonTests
{
    [Theory]
    [InlineData("cites C-9.9, which was not given", "cites #, which was not given")]
    [InlineData("does not cite A-2.3, A-2.4 and A-3; cites A-1.1", "does not cite #; cites #")]
    [InlineData("expected `30 days` in the answer, found none", "expected `…` in the answer, found none")]
    [InlineData("expected $.items[3].fee to be `40`, found `41`", "expected $.items[3].fee to be `…`, found `…`")]
    [InlineData("\"Set human review\" is no match", "\"…\" is no match")]
    [InlineData("94 words, at most 90 are allowed.", "# words, at most # are allowed.")]
    [InlineData("a lone ` stays", "a lone ` stays")]
    [InlineData("answers although the sources do not hold the answer", "answers although the sources do not hold the answer")]
    [InlineData("", "")]
    public void What_differs_from_case_to_case_is_left_out(string reason, string normal) => NormalReason.Of(reason).ShouldBe(normal);

    [Fact]
    public void A_long_reason_is_cut() => NormalReason.Of(new string('x', 5000)).Length.ShouldBeLessThan(200);
}
