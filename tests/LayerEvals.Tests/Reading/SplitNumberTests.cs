using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Tests.Reading;

public sealed class SplitNumberTests
{
    [Theory]
    [InlineData("[covered at 5,500 m]", "covered at 5,500 m")]
    [InlineData("[no,\n  12,000 EUR]", "12,000 EUR")]
    [InlineData("[up to 1,000]", "up to 1,000")]
    [InlineData("[\"a\", 100,000 EUR, b]", "100,000 EUR")]
    [InlineData("[a, covered up to 1,234,567 EUR, b]", "covered up to 1,234,567 EUR")]
    [InlineData("[1,200,000 EUR]", "1,200,000 EUR")]
    public void A_number_that_is_cut_at_its_comma_is_warned_of(string list, string whole)
    {
        var warning = Found(list).ShouldHaveSingleItem();

        warning.Severity.ShouldBe(Severity.Warning);
        warning.Id.ShouldBe("LE1026");
        warning.Line.ShouldBe(list.Split('\n').Length + 1);
        warning.Do.ShouldBe($"if it is one number, write \"{whole}\" in quotes; if not, put a blank behind the comma");
    }

    [Theory]
    [InlineData("[covered by the policy of the household that was taken out first, up to 5,500 EUR of it, b]", "write \"up to 5,500 EUR of it\" in quotes")]
    [InlineData("[covered by the policy of the household that was taken out first up to 5,500 EUR]", "put the whole text in quotes")]
    [InlineData("[the \"roof\" up to 5,500 EUR]", "put the whole text in quotes")]
    public void What_would_be_cut_or_end_its_quotes_is_not_written_out(string list, string advice) =>
        Found(list).ShouldHaveSingleItem().Do.ShouldBe($"if it is one number, {advice}; if not, put a blank behind the comma");

    [Theory]
    [InlineData("[covered at 5, 500 m]")]
    [InlineData("[\"covered at 5,500 m\"]")]
    [InlineData("[\"covered at 5\",500 m]")]
    [InlineData("[covered at 5,50 m]")]
    [InlineData("[covered at 5,5000 m]")]
    [InlineData("[in 2025,100 m]")]
    [InlineData("[200,404]")]
    [InlineData("[covered,500 m]")]
    [InlineData("\n  - covered at 5\n  - 500 m")]
    public void What_a_writer_means_as_two_texts_is_not(string list) => Found(list).ShouldBeEmpty();

    // The list begins in line 2.
    static IReadOnlyList<Problem> Found(string list)
    {
        var problems = new Problems();
        YamlText.Read(new SourceFile("set.yaml", "set.yaml", problems), $"a: b\nlist: {list}\n").ShouldNotBeNull();
        return problems.InOrder;
    }
}
