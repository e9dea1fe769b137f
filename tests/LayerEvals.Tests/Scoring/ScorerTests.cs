using LayerEvals.Reading;
using LayerEvals.Scoring;
using LayerEvals.Scoring.Refusing;

namespace LayerEvals.Tests.Scoring;

public sealed class ScorerTests
{
    public static TheoryData<string> EveryTextCheck =>
    [
        "contains: fee", "excludes: fee", "excludes: [guarantee, promise]", "equals: fee", "starts-with: fee", "ends-with: fee", "matches: fee", "matches: ^$",
        "words: {max: 120}", "words: {min: 0}", "sentences: {max: 3}", "paragraphs: {max: 3}", "bullets: {max: 3}", "bullets: 0", "lines: {max: 3}",
        "json:", "json: {path: $.status, equals: ok}", "citations: {required: true}", "citations: {required: false}",
    ];

    [Theory, MemberData(nameof(EveryTextCheck))]
    public void An_empty_answer_fails_every_check_of_the_text(string check)
    {
        foreach (var empty in new[] { "", " ", "\n\t\n", "\u00A0", "\u200B\uFEFF" })
        {
            var finding = Scored.By(check, empty);

            finding.Outcome.ShouldBe(Outcome.Failed, $"{check} on {Printable.Line(empty)}");
            finding.Reason.ShouldBe("the answer is empty");
        }
    }

    [Fact]
    public void An_answer_that_did_not_come_is_errored_with_its_reason()
    {
        var findings = Scorer.Score(Scored.Case("[contains: fee, words: {max: 3}]"), new Answer { Case = "set/case", Configuration = "candidate", Error = "no answer within 60 s" });

        findings.ShouldBe([Finding.Error("no answer: no answer within 60 s"), Finding.Error("no answer: no answer within 60 s")]);
    }

    [Fact]
    public void A_check_that_crashes_is_errored_and_the_others_still_speak()
    {
        var crashing = new PlannedCheck("crash", new CheckType("crash", null, _ => null), "prompt", new MapNode([], 1), null, _ => throw new InvalidOperationException("stumbled \u001b[31m"));
        var golden = Scored.Case("- contains: fee");
        golden = golden with { Checks = new CheckList([crashing, .. golden.Checks.Items]) };

        var findings = Scorer.Score(golden, Scored.Answered("The fee is 40 EUR."));

        findings.Select(f => f.Outcome).ShouldBe([Outcome.Errored, Outcome.Passed]);
        findings[0].Reason.ShouldBe("the check crashed: InvalidOperationException: stumbled \\u001b[31m");
    }

    [Fact]
    public void A_cancelled_check_is_not_scored()
    {
        var cancelled = new PlannedCheck("stop", new CheckType("stop", null, _ => null), "prompt", new MapNode([], 1), null, _ => throw new OperationCanceledException());
        var golden = Scored.Case("- contains: fee") with { Checks = new CheckList([cancelled]) };

        Should.Throw<OperationCanceledException>(() => Scorer.Score(golden, Scored.Answered("The fee is 40 EUR.")));
    }

    [Fact]
    public void A_check_looks_at_the_last_turn_unless_it_names_another()
    {
        var golden = Scored.Case("[{contains: forty}, {contains: thirty, turn: 1, name: first}, {contains: forty, turn: 2, name: second}]");

        var findings = Scorer.Score(golden, Scored.Answered("It is forty.", "It is thirty.", "It is forty."));

        findings.ShouldAllBe(f => f.Outcome == Outcome.Passed);
    }

    [Fact]
    public void The_only_turn_is_turn_one() => Scored.By(Scored.Case("- {contains: forty, turn: 1}"), "It is forty.").Outcome.ShouldBe(Outcome.Passed);

    [Fact]
    public void A_turn_that_was_not_asked_for_is_unscored() =>
        Scored.By(Scored.Case("- {contains: forty, turn: 3}"), "It is forty.").ShouldBe(Finding.Unscored("the check looks at turn 3; 1 turn was asked for"));

    [Theory]
    [InlineData("contains: 30 days")]
    [InlineData("citations: {required: true}")]
    public void A_right_abstention_silences_the_checks_of_an_answer(string check) =>
        Scored.By(Scored.Case($"- {check}", answerable: false, sources: "C-4.1"), "Not found in sources.").Outcome.ShouldBe(Outcome.NotApplicable);

    [Theory]
    [InlineData("contains: not found")]
    [InlineData("citations: {required: false}")]
    public void A_wrong_abstention_fails_the_checks_of_an_answer(string check)
    {
        var finding = Scored.By(Scored.Case($"- {check}", answerable: true, sources: "C-4.1"), "Not found in sources.");

        finding.Outcome.ShouldBe(Outcome.Failed);
        finding.Reason.ShouldBe("says that the sources do not hold the answer, and they do");
        finding.Evidence.ShouldBe("Not found in sources.");
    }

    [Fact]
    public void An_abstention_where_nobody_said_what_is_right_is_checked_like_any_answer() =>
        Scored.By(Scored.Case("- contains: sources"), "Not found in sources.").Outcome.ShouldBe(Outcome.Passed);

    [Fact]
    public void A_right_abstention_still_has_to_keep_its_other_checks()
    {
        var golden = Scored.Case("[{excludes: guarantee}, {words: {max: 3}}]", answerable: false);

        Scorer.Score(golden, Scored.Answered("Not found in sources.")).Select(f => f.Outcome).ShouldBe([Outcome.Passed, Outcome.Failed]);
    }

    [Fact]
    public void A_refusal_is_read_once_for_its_check_and_for_the_table()
    {
        var golden = Scored.Case("- refusal: required");
        var subject = Subject.Of(golden, Scored.Answered("I can't help with that."));
        var another = RefusalRule.Of(new MapNode([], 0));

        Scorer.Score(subject).ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Passed);

        var reading = subject.Refused(golden.Checks.Items[0].Settings, another);
        reading.Kind.ShouldBe(RefusalKind.Full);
        reading.ShouldBeSameAs(subject.Refused(golden.Checks.Items[0].Settings, another));
        reading.ShouldNotBeSameAs(another.Read(subject));
        subject.Refused(new MapNode([], 0), another).ShouldNotBeSameAs(reading, "other settings are read for themselves");
    }
}
