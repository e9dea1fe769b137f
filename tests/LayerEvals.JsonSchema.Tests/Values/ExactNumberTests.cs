using System.Globalization;
using System.Numerics;
using System.Text;

namespace LayerEvals.JsonSchema.Tests;

public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("1", "1.0", 0)]
    [InlineData("1e2", "100", 0)]
    [InlineData("0.1e1", "1", 0)]
    [InlineData("-0", "0.0e5", 0)]
    [InlineData("9007199254740993", "9007199254740992", 1)]
    [InlineData("0.1", "0.10000000000000000000000001", -1)]
    [InlineData("-5", "-4", -1)]
    [InlineData("-1", "1", -1)]
    [InlineData("10", "9", 1)]
    [InlineData("0", "-1", 1)]
    [InlineData("1e400", "1e399", 1)]
    public void Numbers_are_compared_by_value(string a, string b, int expected)
    {
        Compare(a, b).ShouldBe(expected);
        Compare(b, a).ShouldBe(-expected);
    }

    [Theory]
    [InlineData("1.0", true)]
    [InlineData("1.5e1", true)]
    [InlineData("1.55e1", false)]
    [InlineData("0.0", true)]
    [InlineData("1e-1", false)]
    [InlineData("10e-1", true)]
    public void An_integer_is_a_number_without_a_fractional_value(string number, bool isInteger) =>
        Exact(number).IsInteger.ShouldBe(isInteger);

    // decimal is exact for these sizes, so it is the judge.
    [Fact]
    public void Comparison_and_division_agree_with_decimal()
    {
        const int seed = 20260901;
        var random = new Random(seed);
        for (var i = 0; i < 5_000; i++)
        {
            var (a, b) = (Number(random), Number(random));
            var (textA, textB) = (a.ToString(CultureInfo.InvariantCulture), b.ToString(CultureInfo.InvariantCulture));
            Compare(textA, textB).ShouldBe(a.CompareTo(b), $"{textA} {textB}, seed {seed}");
            if (b > 0) Exact(textA).IsMultipleOf(Exact(textB)).ShouldBe(a % b == 0, $"{textA} {textB}, seed {seed}");
        }
    }

    [Fact]
    public void Division_agrees_with_integers_of_any_size()
    {
        const int seed = 7;
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var divisor = new BigInteger(random.NextInt64(1, long.MaxValue)) * random.Next(1, 1000);
            var number = divisor * random.NextInt64() + (i % 2 == 0 ? 0 : random.Next(0, 3));
            Exact(number.ToString(CultureInfo.InvariantCulture)).IsMultipleOf(Exact(divisor.ToString(CultureInfo.InvariantCulture)))
                .ShouldBe((number % divisor).IsZero, $"{number} {divisor}, seed {seed}");
        }
    }

    static decimal Number(Random random) => random.Next(-1000, 1000) / (decimal)Math.Pow(10, random.Next(0, 4));

    static ExactNumber Exact(string number) => ExactNumber.Of(Encoding.UTF8.GetBytes(number));

    static int Compare(string a, string b) => Math.Sign(Exact(a).ComparedWith(Exact(b)));
}
