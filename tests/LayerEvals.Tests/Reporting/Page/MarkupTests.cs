using LayerEvals.Reporting.Page;

namespace LayerEvals.Tests.Reporting.Page;

public sealed class MarkupTests
{
    [Fact]
    public void A_hole_is_text_and_a_literal_is_markup()
    {
        var text = "<b>\"&'\u202E\u001b";

        Markup.Of($"<p title=\"{text}\">{7} {Markup.Of($"<i>{text}</i>")}</p>").ToString()
            .ShouldBe("<p title=\"&lt;b&gt;&quot;&amp;&#x27;\\u202e\\u001b\">7 <i>&lt;b&gt;&quot;&amp;&#x27;\\u202e\\u001b</i></p>");
    }

    [Fact]
    public void Letters_of_every_script_stay_readable() => Markup.Of($"{"日本語 مرحبا é"}").ToString().ShouldBe("日本語 مرحبا é");

    [Fact]
    public void Nothing_is_nothing() => Markup.Of($"{Markup.None}{(string?)null}").IsEmpty.ShouldBeTrue();
}
