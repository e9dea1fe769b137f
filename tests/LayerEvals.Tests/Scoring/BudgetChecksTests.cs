using System.Text;
using LayerEvals.Scoring;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Scoring;

/// <summary>The budgets of one answer, and only-fields: what passes, what each failure says, and what cannot be written.</summary>
public sealed class BudgetChecksTests
{
    static readonly Answer Dear = Scored.Answered("30 days") with { Usage = new TokenUsage(1_000, 312) { CachedInput = 400, Reasoning = 200 }, LatencyMs = 1_400 };
    static readonly Price Price = new(2.5, 10);

    [Theory]
    [InlineData("max-tokens: 312")]
    [InlineData("max-tokens: {input: 1000, total: 1312}")]
    [InlineData("max-latency: 1400ms")]
    [InlineData("max-latency: 1.4s")]
    [InlineData("max-cost: 0.00562")]
    [InlineData("max-cost: {usd: 1}")]
    public void A_limit_is_inclusive(string check) => Of(check, Dear, Price).ShouldBe(Finding.Pass);

    [Fact]
    public void Messages()
    {
        (string Check, Answer Answer, Price? Price)[] answers =
        [
            ("max-tokens: 311", Dear, Price),
            ("max-tokens: {input: 999}", Dear, Price),
            ("max-tokens: {output: 500, total: 1000}", Dear, Price),
            ("max-tokens: 311", Scored.Answered("30 days"), Price),
            ("max-latency: 1s", Dear, Price),
            ("max-latency: 500ms", Dear with { LatencyMs = 730.26 }, Price),
            ("max-latency: 1s", Dear with { LatencyMs = 1_000.4 }, Price),
            ("max-latency: 2m", Dear with { LatencyMs = 130_000 }, Price),
            ("max-latency: 1s", Scored.Answered("30 days"), Price),
            ("max-cost: 0.005", Dear, Price),
            ("max-cost: 0.005", Dear, null),
            ("max-cost: 0.005", Scored.Answered("30 days"), Price),
            ("max-cost: 0.005", Scored.Answered(""), Price),
            ("max-latency: 1s", Dear with { Text = "", ToolCalls = [new ToolCall("look_up", "{}")] }, Price),
        ];

        Approve.Text(string.Join('\n', answers.Select(a => $"{a.Check} -> {Shown(Of(a.Check, a.Answer, a.Price))}")));
    }

    [Fact]
    public void What_is_written_wrong_is_a_problem_of_the_plan()
    {
        string[] checks = ["max-tokens", "max-tokens: {output: -1}", "max-tokens: many", "max-latency", "max-latency: 5", "max-latency: {at-least: 1s}", "max-cost", "max-cost: cheap", "answers: {loops: false}", "only-fields: {of: [amount], names: maybe}"];
        var said = new StringBuilder();
        foreach (var check in checks)
        {
            said.AppendLine(check);
            foreach (var problem in Should.Throw<PlanException>(() => Scored.Case($"- {check}"), check).Problems)
                said.Append("  ").Append(problem.File).Append(':').Append(problem.Line).Append(": ").Append(problem.Id).Append(": ").AppendLine(problem.What).Append("      ").AppendLine(problem.Do);
        }

        Approve.Text(said.ToString());
    }

    [Theory]
    [InlineData("only-fields", "Claim HT-26-10417 of Maria Lopez: 1.240,50 EUR on 2 May 2026.")]
    [InlineData("only-fields", "On May 2nd, 2026 EUR 1,240.50 was claimed by Ms. Lopez (Maria).")]
    [InlineData("only-fields: amount", "1240.50 euros")]
    [InlineData("only-fields: {names: false}", "Harbor Travel pays EUR 1,240.50.")]
    [InlineData("only-fields", "1. The claim\n2. `ID 9`")]
    [InlineData("only-fields", "The Claim was filed.")]
    [InlineData("only-fields", "Dear Ms Lopez, the claim was filed.")]
    public void A_summary_of_the_record(string check, string answer) => Scored.By(Claim(check), answer).ShouldBe(Finding.Pass);

    [Fact]
    public void What_is_not_in_the_record_is_named()
    {
        (string Check, string Answer)[] answers =
        [
            ("only-fields", "Claim HT-26-10418 was filed on 3 May 2026 for 1,250 EUR."),
            ("only-fields", "Maria Lopez wrote to Harbor Travel."),
            ("only-fields", "Dear Ms Brown, the claim was filed."),
            ("only-fields", "1 then 11 EUR, 12 EUR, 13 EUR, 14 EUR, 15 EUR, 16 EUR and 17 EUR."),
            ("only-fields: amount", "Maria Lopez claims 1240.50 EUR since 2 May 2026."),
            ("only-fields: [amount, date]", "HT-26-10417"),
            ("only-fields: [amuont]", "1240.50 EUR"),
        ];

        Approve.Text(string.Join('\n', answers.Select(a => $"{a.Check}: {a.Answer}\n  -> {Shown(Scored.By(Claim(a.Check), a.Answer))}")));
    }

    [Fact]
    public void A_case_without_fields_is_unscored() => Scored.By("only-fields", "40 EUR").ShouldBe(Finding.Unscored("the case's input has no fields"));

    static GoldenCase Claim(string check) => Scored.Case($"- {check}") with
    {
        Holes = new Dictionary<string, string> { ["id"] = "HT-26-10417", ["name"] = "Lopez, Maria", ["amount"] = "1240.50 EUR", ["date"] = "2026-05-02" },
        Sources = [new GoldenSource("C-1", "Harbor Travel pays up to 5,000 EUR.")],
    };

    static Finding Of(string check, Answer answer, Price? price) => Scorer.Score(Scored.Case($"- {check}"), answer, price).ShouldHaveSingleItem();

    static string Shown(Finding finding) => $"{finding.Outcome}; {finding.Reason ?? "-"}";
}
