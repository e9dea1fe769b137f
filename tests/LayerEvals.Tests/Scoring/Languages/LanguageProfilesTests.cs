using LayerEvals.Scoring.Languages;

namespace LayerEvals.Tests.Scoring.Languages;

/// <summary>Which language a text is likeliest in by its groups of letters.</summary>
public sealed class LanguageProfilesTests
{
    [Theory, MemberData(nameof(SentencesOfLanguages.All), MemberType = typeof(SentencesOfLanguages))]
    public void A_sentence_has_its_language(string code, string text) => LanguageProfiles.Likeliest(text)!.Code.ShouldBe(code);

    // What IFEval's reference says of them too.
    [Theory]
    [InlineData("etchings")]
    [InlineData("dear hiring manager,")]
    public void A_word_or_two_may_be_called_another_language(string text) => LanguageProfiles.Likeliest(text)!.Code.ShouldNotBe("en");

    [Theory]
    [InlineData("")]
    [InlineData("12:30, 40 % 👍")]
    [InlineData("https://example.com/the/whole/story")]
    [InlineData("the.whole.story@example.com")]
    public void What_has_no_letters_but_in_an_address_has_no_language(string text) => LanguageProfiles.Likeliest(text).ShouldBeNull();

    [Fact]
    public void Addresses_and_terms_in_Latin_letters_do_not_count()
    {
        const string Text = "Вы можете попросить вернуть деньги, the quick brown fox, https://example.com/the?with=that; write.to.the@whole.example.com";

        LanguageProfiles.Likeliest(Text)!.Code.ShouldBe("ru");
    }

    [Fact]
    public void Marks_may_be_letters_of_their_own() =>
        LanguageProfiles.Likeliest("Bạn có thể yêu cầu hoàn tiền".Normalize(System.Text.NormalizationForm.FormD))!.Code.ShouldBe("vi");

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("a\uDE00\u0301@b\uD83D\u0301")]
    [InlineData("@@@@http://https://@a@.b")]
    public void A_broken_text_breaks_nothing(string text) => Should.NotThrow(() => LanguageProfiles.Likeliest(text));

    [Fact]
    public void Only_the_first_10_000_characters_count()
    {
        var english = string.Concat(Enumerable.Repeat("you can ask for it. ", 500));

        LetterGroups.Of(english + "Sie können die Erstattung beantragen.").ShouldBe(LetterGroups.Of(english));
    }

    [Fact]
    public void Words_in_capitals_are_passed_over()
    {
        const string Text = "ERSTATTUNG BEANTRAGEN, and";

        var groups = LetterGroups.Of(Text).ToList();

        groups.ShouldNotContain(LetterGroups.Pack("ERS"));
        groups.ShouldContain(LetterGroups.Pack("and"));
    }

    [Fact]
    public void Every_profile_is_of_a_language_that_has_a_name()
    {
        var languages = KnownLanguages.All.Where(LanguageProfiles.Know).ToList();

        languages.Count.ShouldBe(54); // zh-cn and zh-tw are one
        languages.ShouldAllBe(l => l.Name.Length > 2);
    }
}
