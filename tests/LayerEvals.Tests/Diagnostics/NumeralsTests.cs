using LayerEvals.Diagnostics;

namespace LayerEvals.Tests.Diagnostics;

public sealed class NumeralsTests
{
    [Fact]
    public void A_percentage_has_one_decimal() => Numerals.Percent(0.8634).ShouldBe("86.3 %");

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    public void Nothing_scored_is_a_dash_and_never_zero(double? share)
    {
        Numerals.Percent(share).ShouldBe("-");
        Numerals.Points(share).ShouldBe("-");
    }

    [Theory]
    [InlineData(-0.05, "-5.0")]
    [InlineData(0.05, "+5.0")]
    [InlineData(0, "0.0")]
    [InlineData(-0.0001, "0.0")]
    [InlineData(0.0001, "0.0")]
    public void A_difference_has_its_sign_and_zero_has_none(double difference, string shown) => Numerals.Points(difference).ShouldBe(shown);

    [Theory]
    [InlineData(0.0004, "< .001")]
    [InlineData(0.049, ".049")]
    [InlineData(1.0, "1.000")]
    public void A_p_value_has_three_decimals(double p, string shown) => Numerals.P(p).ShouldBe(shown);

    [Fact]
    public void One_is_singular() => (Numerals.Count(1, "case"), Numerals.Count(0, "case"), Numerals.Count(1200, "case")).ShouldBe(("1 case", "0 cases", "1200 cases"));
}
