using LayerEvals.Scoring.Facts;

namespace LayerEvals.Tests.Scoring.Facts;

public sealed class FactTests
{
    [Theory]
    [InlineData("30 days", "thirty days")]
    [InlineData("30 days", "a 30-day window")]
    [InlineData("30 days", "thirty-day")]
    [InlineData("30 days", "30 (thirty) working days")]
    [InlineData("thirty (30) days", "within 30 days")]
    [InlineData("30 days", "30 Tage")]
    [InlineData("21 days", "twenty-one days")]
    [InlineData("2,500", "two thousand five hundred")]
    [InlineData("150 km", "one hundred and fifty kilometres")]
    [InlineData("1,200.00", "1200")]
    [InlineData("1200", "1,200")]
    [InlineData("1.200,00 EUR", "1,200 EUR")]
    [InlineData("1'200 CHF", "CHF 1200")]
    [InlineData("1 200 EUR", "€1200")]
    [InlineData("€ 40", "40 EUR")]
    [InlineData("40 euros", "€40.00")]
    [InlineData("$1.2 million", "1,200,000 USD")]
    [InlineData("USD 5k", "$5,000")]
    [InlineData("12.5 %", "12.5 percent")]
    [InlineData("12,5 Prozent", "12.5%")]
    [InlineData("5 per cent", "5%")]
    [InlineData("\uFF14\uFF15 days", "45 days")]
    [InlineData("\u0664\u0665 days", "45 days")]
    [InlineData("45 days", "\u096A\u096B days")]
    [InlineData("40", "40 EUR")]
    [InlineData("40 EUR", "a fee of 40 applies")]
    [InlineData("1 May 2024", "2024-05-01")]
    [InlineData("May 1, 2024", "1.5.2024")]
    [InlineData("May 1st, 2024", "01/05/2024")]
    [InlineData("1st of May 2024", "05/01/2024")]
    [InlineData("1. Mai 2024", "1 May 2024")]
    [InlineData("1 de mayo de 2024", "2024-05-01")]
    [InlineData("1 mai 2024", "May 1, 2024")]
    [InlineData("May 2024", "on 1 May 2024")]
    [InlineData("1 May", "on 2024-05-01")]
    [InlineData("in 2024", "since 1 May 2024")]
    [InlineData("2:30 pm", "14:30")]
    [InlineData("9 a.m.", "09:00")]
    [InlineData("claim HT-26-10417", "ht-26-10417 is HT-26-10417")]
    [InlineData("form S01", "code S01")]
    [InlineData("the 30th", "day 30")]
    [InlineData("40EUR", "40 EUR")]
    [InlineData("EUR40", "40 EUR")]
    [InlineData("version 4.10.2", "4.10.2")]
    public void Two_writings_of_one_thing(string claim, string source)
    {
        var facts = FactSet.Of(source);

        FactScanner.In(claim).ShouldNotBeEmpty();
        foreach (var fact in FactScanner.In(claim)) facts.Has(fact).ShouldBeTrue($"{fact}");
    }

    [Theory]
    [InlineData("45 days", "30 days")]
    [InlineData("30 days", "130 days")]
    [InlineData("30 days", "30 EUR")]
    [InlineData("30 days", "30 months")]
    [InlineData("1,200", "1,300")]
    [InlineData("1.5", "15")]
    [InlineData("12%", "12 EUR")]
    [InlineData("2 May 2024", "1 May 2024")]
    [InlineData("1 May 2024", "1 May")]
    [InlineData("1 May 2024", "May 2024")]
    [InlineData("2024-05-13", "2024-05-12")]
    [InlineData("HT-26-10417", "HT-26-10418")]
    [InlineData("14:30", "2:30")]
    [InlineData("forty days", "30 days")]
    [InlineData("4.10.2", "4.10")]
    public void Two_things(string claim, string source) => FactScanner.In(claim).Exists(f => !FactSet.Of(source).Has(f)).ShouldBeTrue();

    [Theory]
    [InlineData("No number here, and May we march on?", "")]
    [InlineData("1. First\n2. Second\n(3) Third", "")]
    [InlineData("There are two ways, and one of them is free.", "")]
    [InlineData("It takes two days and forty steps.", "two days|forty")]
    [InlineData("Pay € 40 by 1 May 2024 at 14:30.", "€ 40|1 May 2024|14:30")]
    [InlineData("Between 10 and 20 EUR, or 5-7 %.", "10|20 EUR|5|7 %")]
    [InlineData("Use `42` and 7.", "7")]
    [InlineData("Thirty days [30] [C-4.1].", "Thirty days")]
    [InlineData("See form A-12/b, 2FA and COVID-19.", "A-12/b|2FA|COVID-19")]
    [InlineData("99999999999999999999999999999999999 items", "99999999999999999999999999999999999")]
    public void What_an_answer_claims(string text, string facts)
    {
        var answer = LayerEvals.Scoring.Citing.CitedAnswer.Read(text, LayerEvals.Scoring.Citing.SourceShelf.Empty, new(LayerEvals.Scoring.Citing.CitationStyles.Any, null));

        string.Join('|', answer.Facts.Select(f => f.Span.Of(text))).ShouldBe(facts);
    }
}
