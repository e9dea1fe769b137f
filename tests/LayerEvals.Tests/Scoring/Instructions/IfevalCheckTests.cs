using System.Text;
using LayerEvals.Scoring.Instructions;
using LayerEvals.Testing;
using LayerEvals.Tests.Scoring.Citing;

namespace LayerEvals.Tests.Scoring.Instructions;

/// <summary>The check <c>ifeval</c>: what it says of answers, and of what is written wrong in a golden set.</summary>
public sealed class IfevalCheckTests
{
    // One instruction of each kind, with an answer that does not follow.
    static readonly (string Id, string Kwargs, string Answer)[] Failing =
    [
        ("change_case:capital_word_frequency", "{capital_frequency: 2, capital_relation: at least}", "THE fee is due."),
        ("change_case:english_capital", "{}", "THE FEE is DUE."),
        ("change_case:english_capital", "{}", "DIE GEBÜHR IST FÄLLIG UND WIRD NICHT ERSTATTET."),
        ("change_case:english_lowercase", "{}", "The fee is due."),
        ("combination:repeat_prompt", "{prompt_to_repeat: What is the fee?}", "The fee is 40 EUR."),
        ("combination:two_responses", "{}", "The fee is 40 EUR."),
        ("combination:two_responses", "{}", "40 EUR ****** 40 EUR"),
        ("combination:two_responses", "{}", "40 EUR ****** ****** 50 EUR"),
        ("detectable_content:number_placeholders", "{num_placeholders: 2}", "Dear [name],"),
        ("detectable_content:postscript", "{postscript_marker: P.S.}", "The fee is due."),
        ("detectable_format:constrained_response", "{}", "Yes."),
        ("detectable_format:json_format", "{}", "Here it is: {\"fee\": 40}"),
        ("detectable_format:json_format", "{}", "{\"fee\": 40"),
        ("detectable_format:multiple_sections", "{section_spliter: SECTION, num_sections: 2}", "SECTION 1\nThe fee is due."),
        ("detectable_format:number_bullet_lists", "{num_bullets: 2}", "* one\n* two\n* three"),
        ("detectable_format:number_highlighted_sections", "{num_highlights: 2}", "The *fee* is due."),
        ("detectable_format:title", "{}", "# The fee"),
        ("keywords:existence", "{keywords: [fee, refund, window]}", "The fee is due."),
        ("keywords:forbidden_words", "{forbidden_words: [fee, refund]}", "The fee, the whole fee."),
        ("keywords:frequency", "{keyword: fee, frequency: 2, relation: at least}", "The fee is due."),
        ("keywords:letter_frequency", "{letter: e, let_frequency: 3, let_relation: less than}", "The fee is due."),
        ("language:response_language", "{language: de}", "The fee is due and it is not refunded."),
        ("language:response_language", "{language: hi}", "The fee is due and it is not refunded."),
        ("length_constraints:nth_paragraph_first_word", "{num_paragraphs: 2, nth_paragraph: 2, first_word: refund}", "The fee.\n\nThe refund."),
        ("length_constraints:nth_paragraph_first_word", "{num_paragraphs: 2, nth_paragraph: 1, first_word: refund}", "The fee."),
        ("length_constraints:number_paragraphs", "{num_paragraphs: 2}", "The fee."),
        ("length_constraints:number_paragraphs", "{num_paragraphs: 2}", "The fee. *** *** The refund."),
        ("length_constraints:number_sentences", "{num_sentences: 2, relation: less than}", "The fee is due. Pay it."),
        ("length_constraints:number_words", "{num_words: 4, relation: less than}", "The fee is due now."),
        ("length_constraints:number_words", "{num_words: 9, relation: at least}", "The fee is due now."),
        ("punctuation:no_comma", "{}", "Yes, the fee, as said, is due."),
        ("startend:end_checker", "{end_phrase: Any other questions?}", "The fee is due."),
        ("startend:quotation", "{}", "The fee is due."),
    ];

    [Fact]
    public void What_a_failure_says()
    {
        var said = new StringBuilder();
        foreach (var (id, kwargs, answer) in Failing)
        {
            var finding = Scored.By($"ifeval: {{id: \"{id}\", kwargs: {kwargs}}}", answer);
            finding.Outcome.ShouldBe(Outcome.Failed, $"{id} {kwargs}");
            said.Append(id).Append(' ').AppendLine(kwargs).Append("  ").AppendLine(LayerEvals.Printable.Line(answer)).Append("  -> ").AppendLine(finding.Reason);
        }

        Failing.Select(f => f.Id).Distinct().ShouldBe(InstructionTypes.All.Keys, ignoreOrder: true);
        Approve.Text(said.ToString());
    }

    [Theory]
    [InlineData("startend:quotation", "Sure, here it is:\n\"The fee is due.\"", "its first line")]
    [InlineData("startend:quotation", "\"The fee is due.\"\nDo you want more?", "its last line")]
    [InlineData("startend:quotation", "Sure:\n\"The fee is due.\"\nDo you want more?", "its first and last line")]
    [InlineData("startend:quotation", "**\"The fee is due.\"**", "its asterisks")]
    [InlineData("startend:quotation", "Sure:\n**\"The fee is due.\"**", "its first line and its asterisks")]
    public void The_loose_reading_says_what_is_in_the_way(string id, string answer, string leftOut) =>
        Scored.By($"ifeval: \"{id}\"", answer).Reason.ShouldEndWith($"; followed but for {leftOut}");

    [Fact]
    public void Strict_decides()
    {
        Scored.By("ifeval: \"startend:quotation\"", "Sure:\n\"The fee is due.\"").Outcome.ShouldBe(Outcome.Failed);
        Scored.By("ifeval: \"startend:quotation\"", "\"The fee is due.\"").ShouldBe(Finding.Pass);
        Scored.By("ifeval: \"startend:quotation\"", "The fee is due.").Reason!.ShouldNotContain("followed but for");
    }

    [Fact]
    public void The_nulls_of_the_public_data_are_no_kwargs() =>
        Scored.By("ifeval: {id: \"length_constraints:number_words\", kwargs: {num_words: 2, relation: at least, keywords: null, num_bullets: }}", "one two").Outcome.ShouldBe(Outcome.Passed);

    [Fact]
    public void What_is_written_wrong_is_a_problem_of_the_plan()
    {
        string[] checks =
        [
            "ifeval", "ifeval: {}", "ifeval: {id: \"length_constraints:number_word\"}", "ifeval: {id: \"punctuation:no_comma\", kwargs: {commas: 0}}", "ifeval: {id: \"punctuation:no_comma\", kwargs: none}",
            "ifeval: {id: \"length_constraints:number_words\"}", "ifeval: {id: \"length_constraints:number_words\", kwargs: {num_words: few, relation: at most}}",
            "ifeval: {id: \"length_constraints:number_words\", kwargs: {num_words: 3, relatoin: at least}}", "ifeval: {id: \"keywords:existence\", kwargs: {keywords: []}}",
            "ifeval: {id: \"language:response_language\", kwargs: {language: klingon}}", "ifeval: {id: \"length_constraints:nth_paragraph_first_word\", kwargs: {num_paragraphs: 2, nth_paragraph: 0}}",
        ];
        var said = new StringBuilder();
        foreach (var check in checks)
        {
            said.AppendLine(check);
            foreach (var problem in Should.Throw<PlanException>(() => Scored.Case($"\n- {check}"), check).Problems)
                said.Append("  ").Append(problem.File).Append(':').Append(problem.Line).Append(": ").Append(problem.Id).Append(": ").AppendLine(problem.What).Append("      ").AppendLine(problem.Do);
        }

        Approve.Text(said.ToString());
    }

    // A safety net for what would not end, not a measurement: benchmarks/INSTRUCTIONS.md has the times.
    [Fact(Timeout = 600_000)]
    public async Task A_megabyte_of_anything_is_read()
    {
        var checks = Failing.Select(f => Scored.Case($"- ifeval: {{id: \"{f.Id}\", kwargs: {f.Kwargs}}}")).ToList();

        await Task.Run(() =>
        {
            foreach (var (name, text) in HostileTexts.Of(50_000).Concat(MoreHostileTexts.Of(1 << 20)))
                foreach (var golden in checks) Scored.By(golden, text).Outcome.ShouldNotBe(Outcome.Errored, name);
        }, TestContext.Current.CancellationToken);
    }
}
