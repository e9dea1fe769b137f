using System.Globalization;
using System.Text;

namespace LayerEvals.JsonSchema.Tests;

public sealed class SmallNumberTests
{
    const int Seed = 20261121;

    [Fact]
    public void It_says_what_the_exact_number_says()
    {
        var random = new SeededRandom(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var text = $"{(random.Chance(50) ? "-" : "")}{random.Below(5)}{(random.Chance(50) ? $".{random.One(["0", "5", "00", "01", "999"])}" : "")}";
            var integer = random.Below(9) - 4;
            var json = Encoding.ASCII.GetBytes(text);
            var bound = ExactNumber.Of(Encoding.ASCII.GetBytes(integer.ToString(CultureInfo.InvariantCulture)));

            var reason = $"seed {Seed}, round {i}: {text} and {integer}";
            SmallNumber.TryRead(json, out var number).ShouldBeTrue(reason);
            Math.Sign(number.ComparedWith(integer)).ShouldBe(Math.Sign(ExactNumber.Of(json).ComparedWith(bound)), reason);
            if (integer > 0) number.IsMultipleOf(integer).ShouldBe(ExactNumber.Of(json).IsMultipleOf(bound), reason);
        }
    }

    [Theory]
    [InlineData("1e2")]
    [InlineData("1E2")]
    [InlineData("1.0e2")]
    [InlineData("9999999999999999999")]
    [InlineData("0.123456789012345678")]
    public void What_is_longer_or_has_an_exponent_is_left_to_the_exact_number(string text) => SmallNumber.TryRead(Encoding.ASCII.GetBytes(text), out _).ShouldBeFalse();
}
