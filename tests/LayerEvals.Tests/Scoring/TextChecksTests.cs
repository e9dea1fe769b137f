namespace LayerEvals.Tests.Scoring;

public sealed class TextChecksTests
{
    [Theory]
    [InlineData("contains: 30 days", "Within 30 days.", true)]
    [InlineData("contains: 30 days", "Within 30\n  days.", true)]
    [InlineData("contains: 30 DAYS", "within 30 days", true)]
    [InlineData("contains: {all: 30 DAYS, ignore-case: false}", "within 30 days", false)]
    [InlineData("contains: [fee, refund]", "The fee.", false)]
    [InlineData("contains: [fee, refund]", "The fee and the refund.", true)]
    [InlineData("contains: {any: [fee, refund]}", "The fee.", true)]
    [InlineData("contains: {any: [fee, cost], all: [refund]}", "The refund.", false)]
    [InlineData("contains: \"  fee  \"", "The fee.", true)]
    [InlineData("contains: no", "there is no fee", true)]
    [InlineData("contains: 'say \"yes\"'", "They say \"yes\".", true)]
    [InlineData("contains: ı", "I", false)]
    [InlineData("excludes: [guarantee, promise]", "We promise it.", false)]
    [InlineData("excludes: [guarantee, promise]", "We hope so.", true)]
    [InlineData("excludes: {all: [we, promise]}", "We hope so.", true)]
    [InlineData("excludes: {all: [we, promise]}", "We promise.", false)]
    [InlineData("equals: Approved", " approved\n", true)]
    [InlineData("equals: Approved", "approved.", false)]
    [InlineData("equals: [yes, no]", "No", true)]
    [InlineData("starts-with: Dear", "  Dear customer", true)]
    [InlineData("starts-with: Dear", "Hello, Dear", false)]
    [InlineData("ends-with: regards", "Kind regards\n", true)]
    [InlineData("ends-with: regards", "Kind regards.", false)]
    [InlineData("matches: 'C-\\d+\\.\\d+'", "see c-4.1", true)]
    [InlineData("matches: {any: 'C-\\d', ignore-case: false}", "see c-4.1", false)]
    [InlineData("matches: ['^yes', '^no']", "No.", true)]
    [InlineData("matches: {all: ['a', 'b']}", "a", false)]
    public void A_text_passes_or_fails(string check, string text, bool passes) => Scored.By(check, text).Outcome.ShouldBe(passes ? Outcome.Passed : Outcome.Failed);

    [Fact]
    public void A_missing_text_is_named_with_the_start_of_the_answer() =>
        Scored.By("contains: 30 days", "Within two weeks.").ShouldBe(Finding.Fail("expected to contain `30 days`, found none", "Within two weeks."));

    [Fact]
    public void A_missing_choice_names_every_choice() =>
        Scored.By("equals: [yes, no]", "Perhaps.").ShouldBe(Finding.Fail("expected to be one of `yes`, `no`, found none", "Perhaps."));

    [Fact]
    public void A_forbidden_text_is_shown_where_it_stands()
    {
        var finding = Scored.By("excludes: guarantee", new string('a', 100) + " we guarantee it " + new string('b', 100));

        finding.Reason.ShouldBe("expected no `guarantee`, found it");
        finding.Evidence.ShouldBe("…" + new string('a', 56) + " we guarantee it " + new string('b', 56) + "…");
    }

    [Fact]
    public void Texts_from_outside_are_printed_and_not_obeyed()
    {
        var finding = Scored.By("contains: \"\\e[31m{0}%s\"", "\u001b[2J{0} \u202Eevil");

        finding.Reason.ShouldBe("expected to contain `\\u001b[31m{0}%s`, found none");
        finding.Evidence.ShouldBe("\\u001b[2J{0} \\u202eevil");
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("(x+x+)+y")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    public void A_pattern_without_backtracking_answers_on_hostile_text(string pattern) =>
        Scored.By($"matches: {{any: '{pattern}', ignore-case: false}}", new string('a', 50_000) + "!").Outcome.ShouldBe(Outcome.Failed);

    [Theory]
    [InlineData("^(?=(a+)+$)b")]
    [InlineData("^(?!b)(a+)+$")]
    [InlineData("^(a+)+\\1c$")]
    [InlineData("(?<=(a+)+b)c|(?>a)(a|aa)+$(?=c)")]
    public void A_pattern_that_needs_backtracking_is_unscored_after_its_limit(string pattern)
    {
        var finding = Scored.By($"matches: {{any: '{pattern}', ignore-case: false}}", new string('a', 5_000) + "!");

        finding.Outcome.ShouldBeOneOf(Outcome.Unscored, Outcome.Failed);
        if (finding.Outcome == Outcome.Unscored) finding.Reason.ShouldEndWith("took more than 250 ms on this answer");
    }

    [Fact]
    public void A_pattern_over_its_limit_is_neither_failed_nor_passed() =>
        Scored.By("matches: {any: '^(?!b)(a+)+$', ignore-case: false}", new string('a', 5_000) + "!")
            .ShouldBe(Finding.Unscored("the pattern `^(?!b)(a+)+$` took more than 250 ms on this answer"));

    [Theory]
    [InlineData("matches: '['", "LE1015")]
    [InlineData("contains:", "LE1005")]
    [InlineData("contains: ['']", "LE1007")]
    public void A_check_that_can_say_nothing_is_a_problem_of_the_plan(string check, string id) =>
        Should.Throw<PlanException>(() => Scored.Case($"- {check}")).Problems.ShouldHaveSingleItem().Id.ShouldBe(id);
}
