namespace LayerEvals.Tests.Scoring;

public sealed class ExpectTests
{
    [Theory]
    [InlineData("30 days", "You have 30 days.", true)]
    [InlineData("30 days", "You have 130 days.", false)]
    [InlineData("30 days", "You have 30  days.", true)]
    [InlineData("30 days", "You have 30\u00A0days.", true)]
    [InlineData("30 days", "30 DAYS", true)]
    [InlineData("30", "30.5", false)]
    [InlineData("5", "30.5", false)]
    [InlineData("30", "The window is 30.", true)]
    [InlineData("1200", "It costs 1,200.00 EUR", true)]
    [InlineData("1,200.00", "It costs 1200 EUR", true)]
    [InlineData("1200", "1,200.50", false)]
    [InlineData("1,200", "11,200", false)]
    [InlineData("2,000,000", "2000000", true)]
    [InlineData("€ 40", "It is € 40.", true)]
    [InlineData("€40", "It is €40, all in.", true)]
    [InlineData("40 €", "140 €", false)]
    [InlineData("don't", "We don\u2019t.", true)]
    [InlineData("\u201Cyes\u201D", "They said \"yes\".", true)]
    [InlineData("4-6 weeks", "4\u20136 weeks", true)]
    [InlineData("fee", "coffee", false)]
    [InlineData("fee", "The fee.", true)]
    [InlineData("fee", "coffee, and a fee", true)]
    [InlineData("4.10.2", "clause 4.10.2 says", true)]
    [InlineData("4.1.2", "clause 4.10.2 says", false)]
    [InlineData("１２", "12", true)]
    public void The_expected_text_occurs_or_does_not(string expect, string text, bool passes) =>
        Scored.By(Scored.Case("[]", expect: expect), text).Outcome.ShouldBe(passes ? Outcome.Passed : Outcome.Failed);

    [Fact]
    public void What_was_expected_is_named() =>
        Scored.By(Scored.Case("[]", expect: "30 days"), "You have 130 days.").ShouldBe(Finding.Fail("expected `30 days` in the answer, found none", "You have 130 days."));

    [Fact]
    public void A_case_that_expects_an_empty_text_is_unscored() =>
        Scored.By(Scored.Case("[]", expect: " "), "You have 130 days.").Outcome.ShouldBe(Outcome.Unscored);

    [Fact]
    public void A_case_without_expect_is_not_asked() => Scored.By("expect:", "You have 130 days.").Outcome.ShouldBe(Outcome.NotApplicable);
}
