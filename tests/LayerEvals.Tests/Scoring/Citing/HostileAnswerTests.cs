using LayerEvals.Scoring;

namespace LayerEvals.Tests.Scoring.Citing;

/// <summary>Answers of a model whose author knows the checks: what looks cited, quoted or abstained to a program and not to a reader, or the other way round.</summary>
public sealed class HostileAnswerTests
{
    const string Everything = "citations: {present: every-fact, quotes: true, numbers: true, none-on-abstention: true}";

    static readonly GoldenSource[] Sources =
    [
        new("C-4.1", "A refund is asked for within 30 days of the trip. Keep all receipts until the claim is closed."),
        new("C-4.10", "The fee is 45 EUR, and 'no refund' is paid after 90 days."),
    ];

    [Theory]
    [InlineData("You have 30 days [C-4.1].")]
    [InlineData("You have 30\u00A0days [C\u20114.1].")]
    [InlineData("\u202BYou have 30 days [C-4.1].\u202C")]
    [InlineData("The fee is 45 EUR [C-4.10] and you have 30 days [C-4.1].")]
    [InlineData("It says \u201Ckeep all re\u00ADceipts\u201D [C-4.1].")]
    [InlineData("It says \u201Cand \u2018no refund\u2019 is paid after 90 days\u201D [C-4.10].")]
    [InlineData("\u05D4\u05D4\u05D7\u05D6\u05E8 \u05EA\u05D5\u05DA 30 \u05D9\u05D5\u05DD [C-4.1].")]
    [InlineData("Ein Antrag braucht dreissig Tage; the receipts are kept, jusqu'au bout [C-4.1].")]
    [InlineData("| within | source |\n|---|---|\n| 30 days | [C-4.1] |\n| 90 days | [C-4.10] |")]
    [InlineData("You have 30 days [C-4.1]. {x} %s $& \\n <script>alert()</script> [C-4.1]")]
    [InlineData("You have 30 days (Section 4.1(")]
    [InlineData("[C-4.1]")]
    public void What_is_true_and_cited_passes(string text) => By(Everything, text).Reason.ShouldBeNull();

    [Theory]
    [InlineData("You have 30 days [C-4.10].", "30 days is not in C-4.10, which it cites; C-4.1 has it")]
    [InlineData("You have 30 days [C-4.100].", "cites C-4.100, which was not given; given: C-4.1, C-4.10; 30 days is in no given source that it cites; C-4.1 has it")]
    [InlineData("You have 30 days [C-4.1] and more [C-9\u200B.9].", "cites C-9.9, which was not given; given: C-4.1, C-4.10")]
    [InlineData("You have \uFF14\uFF15 days [C-4.1].", "\uFF14\uFF15 days is not in C-4.1, which it cites")]
    [InlineData("You have \u0664\u0665 days [C-4.1].", "\u0664\u0665 days is not in C-4.1, which it cites")]
    [InlineData("You have 30 days <!-- [C-4.1] -->.", "cites nothing")]
    [InlineData("You have 30 days `[C-4.1]`.", "cites nothing")]
    [InlineData("```\n[C-4.1]\n```\nYou have 30 days.", "cites nothing")]
    [InlineData("It says \u00ABkeep all tickets, he said\u00BB [C-4.1].", "\"keep all tickets, he said\" is not word for word in C-4.1")]
    [InlineData("The desk writes \"not found in sources\"; you have 60 days [C-4.1].", "60 days is not in C-4.1, which it cites")]
    public void What_is_not_fails_with_its_reason(string text, string reason) => By(Everything, text).Reason.ShouldNotBeNull().ShouldContain(reason);

    [Theory]
    [InlineData("Not found in sources [C-4.1].", "says that the sources do not hold the answer, and cites C-4.1 for it")]
    [InlineData("Not found in sources. <!-- [C-4.1] -->", null)]
    [InlineData("Not found in sources. `[C-4.1]`", null)]
    public void An_abstention_cites_nothing_that_a_reader_sees(string text, string? reason) => By(Everything, text, answerable: false).Reason.ShouldBe(reason ?? "rightly answered \"not found in sources\"");

    [Theory]
    [InlineData("days thirty 30 trip trip within refund asked refund [C-4.1].", Outcome.Passed)] // lexical: the order of words means nothing to it
    [InlineData("[C-4.1]", Outcome.NotApplicable)]
    [InlineData("<!-- A refund is asked for within 30 days of the trip [C-4.1]. -->", Outcome.Failed)]
    [InlineData("Unicorns sell umbrellas on rainy Sundays. <!-- [C-4.1] -->", Outcome.Failed)]
    [InlineData("Unicorns sell umbrellas on rainy Sundays. [C-4.1][C-4.10][C-4.1][C-4.10]", Outcome.Failed)]
    public void Lexical_support_is_asked_of_what_a_reader_sees(string text, Outcome outcome) => By("grounded", text).Outcome.ShouldBe(outcome);

    [Fact]
    public void Ten_thousand_foreign_citations_make_a_short_reason_and_few_parts()
    {
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"Fee {i} EUR [X-{i}]. "));

        var finding = By(Everything, text);

        finding.Outcome.ShouldBe(Outcome.Failed);
        finding.Reason!.Length.ShouldBeLessThan(2000);
        finding.Parts.Count.ShouldBeLessThan(50);
    }

    static Finding By(string check, string text, bool? answerable = null) => Scored.By(Scored.Case($"- {check}", answerable) with { Sources = Sources }, text);
}
