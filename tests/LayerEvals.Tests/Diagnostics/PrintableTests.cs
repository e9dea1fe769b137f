using LayerEvals.Diagnostics;

namespace LayerEvals.Tests.Diagnostics;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("Größe 5 €", "Größe 5 €")]
    [InlineData("a\nb\tc\r", "a\\nb\\tc\\r")]
    [InlineData("\u001b[31mred", "\\u001b[31mred")]
    [InlineData("\u009b2J", "\\u009b2J")]
    [InlineData("\u202Egpj.exe", "\\u202egpj.exe")]
    [InlineData("a\u200Bb\uFEFF", "a\\u200bb\\ufeff")]
    [InlineData("a\u2028b", "a\\u2028b")]
    [InlineData("😀", "😀")]
    [InlineData("hi\U000E0041", "hi\\U000e0041")]
    public void What_a_terminal_obeys_or_a_reader_cannot_see_is_shown_as_an_escape(string text, string shown) => Printable.Line(text).ShouldBe(shown);

    // As data of a theory half a pair would not survive the test's own name.
    [Fact]
    public void Half_a_pair_of_surrogates_is_shown_as_an_escape() => Printable.Line("\uDE00\uD83D").ShouldBe("\\ude00\\ud83d");

    [Fact]
    public void A_long_text_is_cut_and_no_pair_of_surrogates_with_it() => Printable.Short("aaa😀", max: 4).ShouldBe("aaa…");

    [Fact]
    public void A_message_is_two_lines_whatever_the_file_is_called()
    {
        var problem = new Problem("LE1001", "a\nb\u001b[2J.yaml", 3, "expected x\r\nfound y", "write\u0007 z");

        problem.ToString().ShouldBe("a\\nb\\u001b[2J.yaml:3: LE1001: expected x\\r\\nfound y\n    write\\u0007 z");
    }

    [Fact]
    public void A_message_has_an_end()
    {
        var problem = new Problem("LE1001", new string('f', 1_000_000), 3, new string('w', 1_000_000), new string('d', 1_000_000));

        problem.ToString().Length.ShouldBeLessThan(3000);
    }

    [Fact]
    public void A_plan_with_very_many_problems_shows_the_first_hundred()
    {
        var problems = Enumerable.Range(1, 100_000).Select(i => new Problem("LE1004", "a.yaml", i, "what", "do")).ToList();

        var message = new PlanException(problems).Message;

        message.ShouldStartWith("100000 problems in the plan; no model was asked.\na.yaml:1: LE1004: what\n    do\n");
        message.ShouldEndWith("a.yaml:100: LE1004: what\n    do\nand 99900 more: mend these first");
    }
}
