namespace LayerEvals.JsonSchema.Tests;

public sealed class EcmaRegexTests
{
    [Theory]
    [InlineData(@"^\d+$", "12", true)]
    [InlineData(@"^\d+$", "१२", false)]
    [InlineData("^a$", "a\n", false)]
    [InlineData("^.$", "🐲", true)]
    [InlineData("^..$", "🐲", false)]
    [InlineData("^[🐲-🐴]$", "🐳", true)]
    [InlineData("^[^🐲]$", "🐳", true)]
    [InlineData("^[^🐲]$", "🐲", false)]
    [InlineData("^🐲{2}$", "🐲🐲", true)]
    [InlineData(@"^\u{1F432}\uD83D\uDC33$", "🐲🐳", true)]
    [InlineData(@"^\p{Lu}\p{Ll}+$", "Ärger", true)]
    [InlineData(@"^\P{L}$", "é", false)]
    [InlineData(@"^\p{L}$", "𝒜", true)]
    [InlineData(@"^\s$", "\ufeff", true)]
    [InlineData(@"^\s$", "\u0085", false)]
    [InlineData(@"^\w+$", "é", false)]
    [InlineData(@"\bfoo\b", "é foo.", true)]
    [InlineData(@"\bfoo\b", "_foo", false)]
    [InlineData("^.$", "\u2028", false)]
    [InlineData("^[]$", "a", false)]
    [InlineData("^[^]$", "\n", true)]
    [InlineData(@"^(?<y>a)(b)\2\k<y>$", "abba", true)]
    [InlineData(@"^(?:(a)|b)\1$", "b", true)]
    [InlineData("(?<=€)4", "€4", true)]
    [InlineData("(?<!€)4", "€4", false)]
    [InlineData(@"^[\w-.]+$", "a-b.c", true)]
    [InlineData(@"^\-\@$", "-@", true)]
    [InlineData("^{a}$", "{a}", true)]
    [InlineData(@"^[\b]$", "\b", true)]
    [InlineData("^a{0,2}$", "aaa", false)]
    [InlineData("^(?!.*secret).*$", "a secret", false)]
    [InlineData("a|^b$|c", "xc", true)]
    public void A_pattern_means_what_it_means_in_ECMAScript(string pattern, string text, bool matches) =>
        EcmaRegex.Compile(pattern, TimeSpan.FromSeconds(1)).IsMatch(text).ShouldBe(matches);

    [Theory]
    [InlineData("a**")]
    [InlineData("a{2}{3}")]
    [InlineData("*a")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("[b-a]")]
    [InlineData("a{3,2}")]
    [InlineData(@"\Z")]
    [InlineData(@"\2(a)")]
    [InlineData(@"\k<n>")]
    [InlineData(@"\p{Nothing}")]
    [InlineData(@"\u{110000}")]
    [InlineData(@"\x1")]
    [InlineData("(?i)a")]
    [InlineData("(?<n>a)(?<n>b)")]
    [InlineData("\\")]
    public void A_text_that_is_no_pattern_is_refused(string pattern) =>
        Should.Throw<PatternException>(() => EcmaRegex.Compile(pattern, TimeSpan.FromSeconds(1)));

    [Fact]
    public void Groups_nested_without_end_are_refused() =>
        Should.Throw<PatternException>(() => EcmaRegex.Compile(new string('(', 5_000) + new string(')', 5_000), TimeSpan.FromSeconds(1)));
}
