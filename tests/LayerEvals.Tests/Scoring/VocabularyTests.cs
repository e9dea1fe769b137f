using System.Text;
using LayerEvals.Testing;
using LayerEvals.Tests.Scoring.Citing;
using LayerEvals.Tests.Scoring.Instructions;

namespace LayerEvals.Tests.Scoring;

/// <summary>The checks of form and wording: what passes, what each failure says, and what cannot be written.</summary>
public sealed class VocabularyTests
{
    [Theory]
    [InlineData("sections: 2", "# Fee\ntext\n\n## Refund\ntext")]
    [InlineData("sections: 0", "#hashtag\n####### seven\n# ")]
    [InlineData("keywords: [refund, receipt]", "Refunds need a refund form, and the RECEIPT.")]
    [InlineData("keywords: {any: [refund, receipt]}", "a receipt")]
    [InlineData("keywords: {all: refund, min: 2, max: 2}", "refund, refund and refunds")]
    [InlineData("keywords: C++", "written in C++.")]
    [InlineData("keywords: 返金", "返金は三十日です")]
    [InlineData("forbidden: [fee, guarantee]", "The coffee is guaranteed.")]
    [InlineData("forbidden: {any: [Fee], ignore-case: false}", "no fee")]
    [InlineData("language: en", "The fee is due and it is not refunded.")]
    [InlineData("language: [de, ko]", "수수료는 사십 유로입니다")]
    [InlineData("casing: lower", "the fee is 40 eur.")]
    [InlineData("casing: upper", "THE FEE: 40 EUR")]
    [InlineData("one-sentence", "The fee is 40 EUR, e.g. for trips.")]
    [InlineData("no-preamble", "Sure signs of wear are scratches.")]
    [InlineData("no-preamble", "Here is where you pay. The fee is due.")]
    [InlineData("table", "| a | b |\n|---|---|\n| 1 | 2 |")]
    [InlineData("table: {columns: 2, rows: 1}", "Text.\n\n a | b\n---|:-:\n1 | 2 \\| 3\n\nMore | text")]
    [InlineData("labels: [refund, complaint]", "**Refund.**")]
    [InlineData("labels: {of: [high, very high], mode: anywhere}", "The risk is very high.")]
    [InlineData("lines-match: '^\\[(high|low)\\] '", "[high] a leak\n\n[low] a name")]
    [InlineData("lines-match: {pattern: '^(high|low): ', lines: bullets}", "Findings:\n- high: a leak\n* low: a name")]
    [InlineData("template: 'Dear {name}, your claim {id} was received.'", "Dear Ms. Smith,\nyour claim HT-26 was  received.")]
    [InlineData("template: '{greeting}, thanks.'", "Hi, thanks.")]
    public void A_check_passes(string check, string text) => Scored.By(check, text).ShouldBe(Finding.Pass);

    // What does not hold, and an answer that shows it.
    static readonly (string Check, string Answer)[] Failing =
    [
        ("words: {max: 3}", "The fee is due."),
        ("words: {min: 9}", "The fee is due."),
        ("words: 3", "The fee is due."),
        ("sentences: {max: 1}", "The fee is due. Pay it."),
        ("paragraphs: {max: 1}", "The fee.\n\nThe refund."),
        ("bullets: {min: 3, max: 5}", "- one\n- two"),
        ("lines: 1", "one\ntwo"),
        ("contains: [fee, refund]", "The fee is due."),
        ("contains: {any: [refund, receipt]}", "The fee is due."),
        ("excludes: guarantee", "It is guaranteed."),
        ("equals: [yes, no]", "Yes, it is."),
        ("matches: '\\d+ EUR'", "The fee is due."),
        ("starts-with: Dear", "Hello Ms. Smith"),
        ("ends-with: [Regards, Bye]", "The fee is due."),
        ("sections: {min: 2}", "# Fee\ntext"),
        ("keywords: [refund, receipt]", "The refunds need a receipt."),
        ("keywords: {all: refund, max: 1}", "A refund is a refund."),
        ("keywords: {any: [refund, receipt]}", "The fee is due."),
        ("keywords: {any: [refund, receipt], min: 2, max: 3}", "The refund is due."),
        ("forbidden: [fee, guarantee, promise]", "The fee, the whole fee: a guarantee."),
        ("language: de", "The fee is due and it is not refunded."),
        ("language: [de, fr]", "यह शुल्क वापस नहीं किया जाता है"),
        ("casing: lower", "the Fee"),
        ("casing: upper", "40"),
        ("one-sentence", "The fee is due. Pay it."),
        ("one-sentence", "- The fee is due."),
        ("no-preamble", "Sure! The fee is due."),
        ("no-preamble", "**Here's the summary you asked for:**\n\nThe fee is due."),
        ("no-preamble", "Natürlich, die Gebühr ist fällig."),
        ("table", "The fee is due."),
        ("table: {columns: 3}", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("table: {rows: 2}", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("table: {max-rows: 1}", "| a |\n|---|\n| 1 |\n| 2 |"),
        ("labels: [refund, complaint]", "It is a refund."),
        ("labels: [refund, complaint]", "refund, complaint"),
        ("labels: {of: [refund, complaint], mode: anywhere}", "It is a refund and a complaint."),
        ("labels: [refund, complaint]", "other"),
        ("lines-match: '^\\[(high|medium|low)\\] '", "[high] a leak\nLow: a name\nnit: a blank"),
        ("lines-match: {pattern: '^high', lines: bullets}", "high: a leak"),
        ("template: 'Dear {name}, your claim {id} was received.'", "Hello Ms. Smith, your claim HT-26 was received."),
        ("template: 'Dear {name}, your claim {id} was received.'", "Dear Ms. Smith, the claim HT-26 was received."),
        ("template: 'Dear {name}, your claim {id} was received.'", "Dear Ms. Smith, your claim HT-26 was received. Bye."),
        ("template: 'Dear {name}'", "Dear "),
        ("template: 'No refund.'", "No refund!"),
    ];

    [Fact]
    public void What_a_failure_says()
    {
        var said = new StringBuilder();
        foreach (var (check, answer) in Failing)
        {
            var finding = Scored.By(check, answer);
            finding.Outcome.ShouldBe(Outcome.Failed, $"{check}: {answer}");
            said.AppendLine(check).Append("  ").AppendLine(LayerEvals.Printable.Line(answer)).Append("  -> ").AppendLine(finding.Reason);
        }
        var sales = Scored.By(Sales(), "The plan costs 55 EUR from 1 June 2026, that is 12 % off, for 3 users.");
        said.AppendLine("no-new-numbers").Append("  -> ").AppendLine(sales.Reason);

        Approve.Text(said.ToString());
    }

    [Theory]
    [InlineData("The plan costs EUR 40 for five hundred users until 2026-05-01.", true)]
    [InlineData("1. The plan costs forty EUR.\n2. One of them is `--retries 9`.", true)]
    [InlineData("The plan costs 39 EUR.", false)]
    [InlineData("The plan costs 40 USD.", false)]
    [InlineData("The plan ends on 2 May 2026.", false)]
    public void A_number_is_new_where_no_writing_of_it_was_given(string answer, bool passes) => Scored.By(Sales(), answer).Outcome.ShouldBe(passes ? Outcome.Passed : Outcome.Failed);

    static GoldenCase Sales() => Scored.Case("- no-new-numbers") with { Holes = new Dictionary<string, string> { ["input"] = "Write to Ms. Lee: 40 EUR for 500 users until 1 May 2026." } };

    [Theory]
    [InlineData("language: de", "OK")]
    [InlineData("language: de", "40 EUR")]
    [InlineData("language: en", "12:30")]
    public void A_text_that_is_too_short_to_tell_its_language_is_unscored(string check, string answer) => Scored.By(check, answer).Outcome.ShouldBe(Outcome.Unscored);

    [Fact]
    public void What_is_written_wrong_is_a_problem_of_the_plan()
    {
        string[] checks =
        [
            "sections", "keywords", "keywords: {all: fee, min: 3, max: 2}", "keywords: {all: fee, max: 0}", "forbidden: []", "language", "language: dee", "language: []", "casing: title", "casing", "one-sentence: {max: 1}",
            "table: {columns: 0}", "table: {rows: 2, max-rows: 3}", "table: {min-rows: 3, max-rows: 2}", "labels", "labels: [refund]", "labels: {of: [a, b], mode: any}", "lines-match", "lines-match: '(['", "template", "template: 'Dear {name'", "template: '{a}{b}'", "template: 'Dear {}'",
        ];
        var said = new StringBuilder();
        foreach (var check in checks)
        {
            said.AppendLine(check);
            foreach (var problem in Should.Throw<PlanException>(() => Scored.Case($"- {check}"), check).Problems)
                said.Append("  ").Append(problem.File).Append(':').Append(problem.Line).Append(": ").Append(problem.Id).Append(": ").AppendLine(problem.What).Append("      ").AppendLine(problem.Do);
        }

        Approve.Text(said.ToString());
    }

    // A safety net for what would not end, not a measurement.
    [Fact(Timeout = 600_000)]
    public async Task A_megabyte_of_anything_is_read()
    {
        var checks = Failing.Select(f => Scored.Case($"- {f.Check}")).Append(Sales()).ToList();

        await Task.Run(() =>
        {
            foreach (var (name, text) in HostileTexts.Of(50_000).Concat(MoreHostileTexts.Of(1 << 20)))
                foreach (var golden in checks) Scored.By(golden, text).Outcome.ShouldNotBe(Outcome.Errored, name);
        }, TestContext.Current.CancellationToken);
    }
}
