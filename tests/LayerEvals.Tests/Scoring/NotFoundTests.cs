namespace LayerEvals.Tests.Scoring;

public sealed class NotFoundTests
{
    [Theory]
    [InlineData("Not found in sources")]
    [InlineData("Not found in sources.")]
    [InlineData("\"Not found in sources.\"")]
    [InlineData("**Not found in sources.**")]
    [InlineData("  not found in the provided sources. ")]
    [InlineData("The sources do not contain information about pets.")]
    [InlineData("I don't know.")]
    [InlineData("I don\u2019t know")]
    [InlineData("I could not find this in the sources. Please contact the claims desk.")]
    public void An_abstention(string text)
    {
        Of(text, answerable: false).ShouldBe(Finding.Pass);
        Of(text, answerable: true).Reason.ShouldBe("says that the sources do not hold the answer, and they do");
    }

    [Theory]
    [InlineData("You have 30 days [C-4.1].")]
    [InlineData("The policy says \"not found in sources\" where nothing is known; the window is 30 days.")]
    [InlineData("> Not a word on this, but the window is 30 days.")]
    [InlineData("You have 30 days. I don't know more.")]
    public void An_answer(string text)
    {
        Of(text, answerable: true).ShouldBe(Finding.Pass);
        Of(text, answerable: false).Reason.ShouldBe("answers although the sources do not hold the answer");
    }

    [Theory]
    [InlineData("Not found in sources. The window is 30 days [C-4.1].")]
    [InlineData("I don't know. In general a refund can be asked for within the first thirty days after the purchase, and within the first sixty days where the goods were damaged in transit, as most shops in this country do it.")]
    public void Who_abstains_and_then_answers_has_answered(string text)
    {
        Of(text, answerable: true).ShouldBe(Finding.Pass);
        Of(text, answerable: false).Reason.ShouldBe("says that the sources do not hold the answer, and answers all the same");
    }

    [Fact]
    public void An_empty_answer_is_no_abstention()
    {
        Of("", answerable: false).ShouldBe(Finding.Fail("the answer is empty"));
        Of("", answerable: true).ShouldBe(Finding.Fail("the answer is empty"));
    }

    [Theory]
    [InlineData("not-found: No policy covers this.", "No policy covers this.")]
    [InlineData("not-found: No policy covers this.", "no policy covers this")]
    [InlineData("not-found: No policy covers this.", "Not found in sources.")]
    [InlineData("not-found: {phrase: [No policy covers this, Out of scope]}", "Out of scope!")]
    [InlineData("not-found: {path: $.status, equals: unknown}", "{\"status\": \"unknown\"}")]
    [InlineData("not-found: {path: $.answer}", "{\"answer\": null}")]
    [InlineData("not-found: {path: $.answer}", "{}")]
    [InlineData("not-found: {path: $.answer}", "Not found in sources.")]
    public void A_set_says_how_it_abstains(string check, string text) => Scored.By(Scored.Case($"- {check}", answerable: false), text).ShouldBe(Finding.Pass);

    [Theory]
    [InlineData("not-found: {path: $.status, equals: unknown}", "{\"status\": \"known\", \"text\": \"not found in sources\"}")]
    [InlineData("not-found: {path: $.answer}", "{\"answer\": \"30 days\"}")]
    public void A_field_that_holds_an_answer_is_an_answer(string check, string text) => Scored.By(Scored.Case($"- {check}", answerable: true), text).ShouldBe(Finding.Pass);

    static Finding Of(string text, bool answerable) => Scored.By(Scored.Case("- not-found", answerable), text);
}
