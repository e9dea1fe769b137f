using LayerEvals.Scoring;
using LayerEvals.Testing;

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
    [InlineData("N\u200Bot fo\u00ADund in sour\u2060ces.")]
    [InlineData("\u202BNot found in sources.\u202C")]
    [InlineData("Cette information n'est pas mentionne\u0301e dans les sources.")]
    [InlineData("\U0001F937 Not found in sources. \U0001F614")]
    [InlineData("**Answer:** Not found in sources.")]
    [InlineData("## Answer\n\nNot found in sources.")]
    [InlineData("Answer: not found in the sources.")]
    [InlineData("Nicht in den Quellen gefunden. (Not found in the sources.)")]
    [InlineData("| answer |\n|---|\n| Not found in sources. |")]
    [InlineData("Not found in sources [C-4.1].")]
    [InlineData("> Not found in sources.")]
    public void An_abstention(string text)
    {
        Of(text, answerable: false).ShouldBe(Finding.Pass);
        Of(text, answerable: true).Reason.ShouldBe("says that the sources do not hold the answer, and they do");
    }

    [Fact]
    public void An_abstention_a_thousand_times_is_one()
    {
        var text = string.Concat(Enumerable.Repeat("Not found in sources. ", 1000));

        Of(text, answerable: false).ShouldBe(Finding.Pass);
        Of(text + "The window is 30 days.", answerable: false).Reason.ShouldBe("says that the sources do not hold the answer, and answers all the same");
    }

    [Theory]
    [InlineData("You have 30 days [C-4.1].")]
    [InlineData("The policy says \"not found in sources\" where nothing is known; the window is 30 days.")]
    [InlineData("> Not a word on this, but the window is 30 days.")]
    [InlineData("You have 30 days. I don't know more.")]
    [InlineData("The desk's letter reads \u00ABNot found in sources.\u00BB You have 30 days.")]
    [InlineData("\u201EIm Brief steht \u201ANicht in den Quellen gefunden\u2018\u201C, sagt der Kunde; er hat 30 Tage [C-4.1].")]
    [InlineData("`Not found in sources.` is what the form prints. You have 30 days.")]
    [InlineData("```\nNot found in sources.\n```\nYou have 30 days.")]
    [InlineData("<!-- Not found in sources. --> You have 30 days.")]
    public void An_answer(string text)
    {
        Of(text, answerable: true).ShouldBe(Finding.Pass);
        Of(text, answerable: false).Reason.ShouldBe("answers although the sources do not hold the answer");
    }

    [Theory]
    [InlineData("Not found in sources. The window is 30 days [C-4.1].")]
    [InlineData("Not found in sources. The window is 30 days.")]
    [InlineData("Not found in sources\nThe window is 30 days.")]
    [InlineData("I don't know the exact date, but the policy says 30 days.")]
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

    [Theory]
    [InlineData("I don't know. The contexts only speak of the years 1904 and 1977.", true)]
    [InlineData("I don't know (context [1] gives a year, but of another man).", true)]
    [InlineData("I don't know. It was founded in 1904.", false)]
    [InlineData("I don't know. According to the contexts it was founded in 1904.", false)]
    [InlineData("I don't know\nYes, the answer is present in context 3.", false)]
    public void Behind_the_configured_sentence_what_speaks_of_the_sources_is_no_answer(string text, bool abstains) =>
        Scored.By(Scored.Case("- not-found: I don't know", answerable: false), text).Outcome.ShouldBe(abstains ? Outcome.Passed : Outcome.Failed);

    [Theory]
    [InlineData("{\"status\": \"not_found\", \"answer\": null, \"citations\": []}")]
    [InlineData("{\"status\": \"Not found\"}")]
    [InlineData("{\"answer\": null, \"citations\": []}")]
    [InlineData("{\"answer\": \"Not found in sources.\", \"citations\": []}")]
    [InlineData("```json\n{\"answer\": \"Not found in sources.\"}\n```")]
    [InlineData("Here it is: {\"status\": \"insufficient_evidence\"}")]
    public void A_structure_that_says_it_abstains(string text) => Of(text, answerable: false).ShouldBe(Finding.Pass);

    [Theory]
    [InlineData("{\"status\": \"not_found\", \"answer\": \"30 days\"}")]
    [InlineData("{\"answer\": null, \"citations\": [\"C-4.1\"]}")]
    [InlineData("{\"answer\": \"30 days\"}")]
    [InlineData("{\"claim\": \"not found\"}")]
    public void A_structure_that_answers_is_an_answer(string text) => Of(text, answerable: true).ShouldBe(Finding.Pass);

    [Fact]
    public void A_tool_call_abstains_without_a_word()
    {
        var golden = Scored.Case("- not-found: {tool: give_up}\n- citations", answerable: false);

        var named = Scorer.Score(golden, Scored.Answered("") with { ToolCalls = [new ToolCall("give_up", "{}")] });
        var known = Scorer.Score(golden, Scored.Answered("") with { ToolCalls = [new ToolCall("abstain", "{}")] });
        var other = Scorer.Score(golden, Scored.Answered("") with { ToolCalls = [new ToolCall("look_up", "{}")] });

        named.Select(f => f.Outcome).ShouldBe([Outcome.Passed, Outcome.NotApplicable]);
        known.Select(f => f.Outcome).ShouldBe([Outcome.Passed, Outcome.NotApplicable]);
        other.Select(f => f.Reason).ShouldBe(["the answer has no text, only tool calls", "the answer has no text, only tool calls"]);
    }

    [Fact]
    public void A_set_adds_its_own_wordings_and_can_use_the_words_of_the_program()
    {
        using var folder = new TempFolder();
        folder.Write("ours.yaml", """
            languages:
              en:
                openings: ["my {documents} leave this open"]
              sv:
                sentinels: [finns inte i källorna]
            """);
        var golden = Scored.Case("- not-found: {wordings: ours.yaml}", answerable: false, at: folder.At("checks.yaml"));

        Scored.By(golden, "My documents leave this open.").ShouldBe(Finding.Pass);
        Scored.By(golden, "Finns inte i källorna.").ShouldBe(Finding.Pass);
        Of("My documents leave this open.", answerable: false).Outcome.ShouldBe(Outcome.Failed);
    }

    [Fact]
    public void What_is_wrong_with_a_file_of_wordings_is_said_with_file_and_line()
    {
        using var folder = new TempFolder();
        folder.Write("ours.yaml", """
            languages:
              en:
                openings: ["my {papers} leave this open", "… open"]
                opening: leaves this open
            """);

        var problems = Should.Throw<PlanException>(() => Scored.Case("- not-found: {wordings: ours.yaml, languages: [en, xx]}", answerable: false, at: folder.At("checks.yaml")));

        Approve.Text(problems.Message.Replace(folder.Path, "", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_languages_that_the_set_names_are_read()
    {
        var english = Scored.Case("- not-found: {languages: en}", answerable: false);

        Scored.By(english, "Not found in sources.").ShouldBe(Finding.Pass);
        Scored.By(english, "In den Quellen nicht gefunden.").Outcome.ShouldBe(Outcome.Failed);
    }

    [Fact]
    public void Messages()
    {
        (string Name, bool Answerable, Answer Answer)[] answers =
        [
            ("right abstention", false, Scored.Answered("Not found in sources.")),
            ("abstains in vain", true, Scored.Answered("Not found in sources. Please ask the desk.")),
            ("answers what is absent", false, Scored.Answered("You have 30 days.")),
            ("abstains and answers", false, Scored.Answered("Not found in sources. The window is 30 days.")),
            ("refuses", false, Scored.Answered("I'm sorry, but I can't help with that.")),
            ("refuses what is there", true, Scored.Answered("I'm sorry, but I can't help with that.")),
            ("filtered", false, Scored.Answered("Not found in sources.") with { FinishReason = "content_filter" }),
            ("empty", false, Scored.Answered(" ")),
            ("cut off, abstains", false, Scored.Answered("The sources do not mention pets, and the cla") with { FinishReason = "length" }),
            ("cut off, answers", false, Scored.Answered("You can withdraw within 30 days, unless") with { FinishReason = "length" }),
            ("field, in vain", true, Scored.Answered("{\"status\": \"not_found\"}")),
            ("tool, in vain", true, Scored.Answered("") with { ToolCalls = [new ToolCall("abstain", "{}")] }),
        ];

        Approve.Text(string.Join('\n', answers.Select(a => $"{a.Name}: {Shown(Scorer.Score(Scored.Case("- not-found", a.Answerable), a.Answer)[0])}")));
    }

    static string Shown(Finding finding) => $"{finding.Outcome}; {finding.Reason ?? "-"}; evidence: {finding.Evidence ?? "-"}";

    // Each repeats what some step looks ahead for: a reader that starts over at each would take minutes.
    [Theory]
    [InlineData("not found in ")]
    [InlineData("I don't know, but ")]
    [InlineData("I don't know the ")]
    [InlineData("the sources do not the sources ")]
    [InlineData("unfortunately, ")]
    [InlineData("but ")]
    [InlineData("; ")]
    [InlineData("Unknown. ")]
    [InlineData("Unknown.\n")]
    [InlineData("The question? ")]
    [InlineData("{\"answer\": ")]
    [InlineData("[[[[{{{{")]
    [InlineData("\"quoted\" ")]
    [InlineData("If it is not in the sources, please. ")]
    [InlineData("   \n")]
    [InlineData("keine keine in den in den Quellen ")]
    [InlineData("a.b.")]
    public void A_text_of_a_megabyte_is_read_in_one_go(string piece)
    {
        var golden = Scored.Case("- not-found: I don't know", answerable: false);
        var text = "I don't know. " + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Scored.By(golden, text).Outcome.ShouldNotBe(Outcome.Errored);
        Scored.By(golden, text[14..]).Outcome.ShouldNotBe(Outcome.Errored);
    }

    static Finding Of(string text, bool answerable) => Scored.By(Scored.Case("- not-found", answerable), text);
}
