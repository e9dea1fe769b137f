using LayerEvals.Scoring.Languages;

namespace LayerEvals.Tests.Scoring.Languages;

/// <summary>Which language a text is in, told without a model.</summary>
public sealed class LanguageReadingTests
{
    [Theory, MemberData(nameof(SentencesOfLanguages.All), MemberType = typeof(SentencesOfLanguages))]
    public void A_sentence_has_its_language(string code, string text)
    {
        var reading = LanguageReading.Of(text);

        (reading.Language?.Code, reading.IsSure).ShouldBe((code, true), reading.Why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("40 EUR")]
    [InlineData("OK")]
    [InlineData("12:30, 👍")]
    public void What_is_too_short_to_tell_is_not_told(string text) => LanguageReading.Of(text).IsSure.ShouldBeFalse();

    [Fact]
    public void A_long_list_of_names_is_in_no_language()
    {
        var reading = LanguageReading.Of(string.Join('\n', Enumerable.Repeat("ALEXANDER ISABELLA JONATHAN SOPHIA MATTHEW", 10)));

        (reading.Language, reading.IsSure).ShouldBe((null, true));
    }

    [Fact]
    public void Names_in_Latin_letters_make_no_text_English() =>
        LanguageReading.Of("मैं Microsoft Azure में काम करता हूँ और यह बहुत अच्छा है").Language!.Code.ShouldBe("hi");
}
