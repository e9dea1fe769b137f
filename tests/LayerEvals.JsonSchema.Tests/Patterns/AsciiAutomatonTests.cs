using System.Text;
using System.Text.RegularExpressions;

namespace LayerEvals.JsonSchema.Tests;

public sealed class AsciiAutomatonTests
{
    const int Seed = 20261121;

    [Theory]
    [InlineData("^S(0[1-9]|1[0-2])$")]
    [InlineData(@"^A-[1-5]\.[1-9][0-9]?$")]
    [InlineData("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    [InlineData("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")]
    [InlineData("^(a+)+$")]
    public void The_patterns_of_everyday_schemas_have_one(string pattern) => AsciiAutomaton.Of(pattern).ShouldNotBeNull();

    [Theory]
    [InlineData(@"(a)\1")]
    [InlineData("(?=a)b")]
    [InlineData(@"\bword\b")]
    [InlineData(@"\p{L}")]
    [InlineData("^😀*$")]
    [InlineData("a{1,100000}")]
    [InlineData("(){2000000000}")]
    [InlineData("((((((){99}){99}){99}){99}){99}){99}")]
    [InlineData("(a|b)*a(a|b){20}")]
    public void What_is_too_much_for_one_is_left_to_the_regular_expression(string pattern) => AsciiAutomaton.Of(pattern).ShouldBeNull();

    [Theory]
    [InlineData("^é$", "é")]
    [InlineData("^.$", @"\u0041")]
    [InlineData("^[^a]$", "é")]
    public void A_text_beyond_ASCII_or_with_escapes_is_not_decided(string pattern, string json) =>
        AsciiAutomaton.Of(pattern)!.IsMatch(Encoding.UTF8.GetBytes(json)).ShouldBeNull();

    [Fact]
    public void It_says_what_the_regular_expression_says()
    {
        var random = new SeededRandom(Seed);
        for (var i = 0; i < 5_000; i++)
        {
            var pattern = RandomPattern(random, depth: 3);
            var regex = EcmaRegex.Compile(pattern, TimeSpan.FromSeconds(5));
            var automaton = AsciiAutomaton.Of(pattern);
            for (var j = 0; j < 8; j++)
            {
                var text = string.Concat(Enumerable.Range(0, random.Below(7)).Select(_ => random.One("ab1 -")));
                if (automaton?.IsMatch(Encoding.ASCII.GetBytes(text)) is { } matches) matches.ShouldBe(regex.IsMatch(text), $"seed {Seed}, round {i}: {pattern} on \"{text}\"");
            }
        }
    }

    static string RandomPattern(SeededRandom random, int depth) => random.Below(depth > 0 ? 9 : 4) switch
    {
        0 => random.One(["a", "b", "1", "-", " "]),
        1 => random.One([".", @"\d", @"\w", @"\S", @"\s", @"\W", @"\D", @"\-"]),
        2 => random.One(["[ab]", "[^a]", "[a-z]", @"[\d-]", "[^]", "[]", @"[\w.]", "[1-9b]"]),
        3 => random.One(["^", "$", "a", "b"]),
        4 or 5 => RandomPattern(random, depth - 1) + RandomPattern(random, depth - 1),
        6 => $"({RandomPattern(random, depth - 1)}|{RandomPattern(random, depth - 1)})",
        7 => $"(?:{RandomPattern(random, depth - 1)}|)",
        _ => $"({RandomPattern(random, depth - 1)}){random.One(["*", "+", "?", "{2}", "{0,2}", "{1,}", "*?", "{0}"])}",
    };
}
