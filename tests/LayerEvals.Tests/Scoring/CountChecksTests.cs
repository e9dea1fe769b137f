using LayerEvals.Scoring;

namespace LayerEvals.Tests.Scoring;

public sealed class CountChecksTests
{
    [Theory]
    [InlineData("words: {max: 3}", "one two three", true)]
    [InlineData("words: {max: 3}", "one two three four", false)]
    [InlineData("words: {min: 3}", "one two three", true)]
    [InlineData("words: {min: 3}", "one two", false)]
    [InlineData("words: 3", "one two three", true)]
    [InlineData("words: 3", "one two", false)]
    [InlineData("words: {min: 2, max: 3}", "one two", true)]
    [InlineData("sentences: 2", "One. Two.", true)]
    [InlineData("paragraphs: {max: 1}", "One.\n\nTwo.", false)]
    [InlineData("bullets: 2", "- one\n- two", true)]
    [InlineData("bullets: 0", "one", true)]
    [InlineData("lines: {max: 2}", "one\n\ntwo\n", true)]
    public void Limits_are_inclusive(string check, string text, bool passes) => Scored.By(check, text).Outcome.ShouldBe(passes ? Outcome.Passed : Outcome.Failed);

    [Theory]
    [InlineData("words: {max: 3}", "one two three four", "4 words, at most 3")]
    [InlineData("words: {min: 3}", "one", "1 word, at least 3")]
    [InlineData("words: 3", "one", "1 word, exactly 3")]
    [InlineData("words: 3", "one two three four", "4 words, exactly 3")]
    [InlineData("sentences: {max: 1}", "One. Two.", "2 sentences, at most 1")]
    public void Both_numbers_are_named(string check, string text, string reason) => Scored.By(check, text).ShouldBe(Finding.Fail(reason, text));

    [Fact]
    public void A_right_abstention_need_not_be_long()
    {
        Scored.By(Scored.Case("- words: {min: 20}", answerable: false), "Not found in sources.").Outcome.ShouldBe(Outcome.NotApplicable);
        Scored.By(Scored.Case("- words: {min: 20}", answerable: true), "Not found in sources.").Outcome.ShouldBe(Outcome.Failed);
    }

    [Theory]
    [InlineData("words: {}", "LE1005")]
    [InlineData("words: {min: 3, max: 2}", "LE2004")]
    [InlineData("words: many", "LE2004")]
    [InlineData("words: -1", "LE2004")]
    public void A_limit_that_cannot_be_kept_is_a_problem_of_the_plan(string check, string id) =>
        Should.Throw<PlanException>(() => Scored.Case($"- {check}")).Problems.ShouldContain(p => p.Id == id);

    [Theory]
    [InlineData("", 0)]
    [InlineData("don't worry", 2)]
    [InlineData("a well-known fee", 3)]
    [InlineData("fee - refund — done", 3)]
    [InlineData("40 EUR, 3.50 each", 4)]
    [InlineData("返金は三十日", 6)]
    [InlineData("fee 返金 fee", 4)]
    [InlineData("환불 기간", 2)]
    [InlineData("a\u00A0b\u2003c", 3)]
    [InlineData("👍 yes", 1)]
    public void Words(string text, int words) => Units.Words(text).ShouldBe(words);

    [Theory]
    [InlineData("One. Two! Three? Four…", 4)]
    [InlineData("It costs 3.50 EUR. Pay it.", 2)]
    [InlineData("Ask Dr. Smith, e.g. today. Then pay.", 2)]
    [InlineData("Ask J. Smith. Then pay.", 2)]
    [InlineData("See art. 4 and no. 5. Then pay.", 2)]
    [InlineData("Within 30 days. [C-4.1] Then pay.", 2)]
    [InlineData("Within 30 days.[C-4.1] [C-4.2]. Then pay.", 2)]
    [InlineData("Within 30 days [C-4.1]. Then pay.", 2)]
    [InlineData("He said \"Pay.\" Then he left.", 2)]
    [InlineData("1. Pay the fee\n2. Keep the receipt", 1)]
    [InlineData("- Pay the fee\n- Keep the receipt", 2)]
    [InlineData("A line that\nwraps.", 1)]
    [InlineData("First\n\nSecond", 2)]
    [InlineData("返金は三十日です。手数料はありません。", 2)]
    [InlineData("Really?! Yes.", 2)]
    [InlineData("...", 0)]
    [InlineData("", 0)]
    public void Sentences(string text, int sentences) => LayerEvals.Scoring.Sentences.In(text).Count.ShouldBe(sentences);

    [Theory]
    [InlineData("One.\n \nTwo.\r\n\r\nThree.", 3)]
    [InlineData("One.\nStill one.", 1)]
    public void Paragraphs(string text, int paragraphs) => Units.Paragraphs(text).ShouldBe(paragraphs);

    [Theory]
    [InlineData("- one\n* two\n  + three\n• four", 4)]
    [InlineData("-one\n--\n- \n**bold**\n1. number", 0)]
    public void Bullets(string text, int bullets) => Units.Bullets(text).ShouldBe(bullets);

    [Theory]
    [InlineData('.')]
    [InlineData('\n')]
    [InlineData('!')]
    [InlineData('[')]
    [InlineData(' ')]
    [InlineData('"')]
    public void A_megabyte_of_one_character_is_counted(char c) => LayerEvals.Scoring.Sentences.In(new string(c, 1 << 20)).ShouldBeEmpty();
}
