using System.Diagnostics;
using System.Text;
using LayerEvals.GoldenSets;
using LayerEvals.Scoring;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Scoring;

/// <summary>The checks of tool calls: what passes, what each failure says, what cannot be written, and what no arguments break.</summary>
public sealed class ToolCheckTests
{
    static readonly GoldenTool[] Tools =
    [
        new("find_claim", "Finds a claim.", """{"type":"object","properties":{"id":{"type":"string"}},"required":["id"],"additionalProperties":false}"""),
        new("pay", null, GoldenTool.NoParameters),
        new("refund", null, GoldenTool.NoParameters),
    ];

    static readonly ToolCall Find = new("find_claim", """{"id": "HT-26"}""");
    static readonly ToolCall Pay = new("pay", """{"amount": 40.0, "due": "2026-05-01", "to": {"name": "Ms. Lee", "iban": "x"}, "lines": [1, "2"], "urgent": false, "note": null}""");
    static readonly ToolCall Refund = new("refund", "{}");

    [Theory]
    [InlineData("calls: find_claim", "find")]
    [InlineData("calls: [find_claim, pay]", "find pay")]
    [InlineData("calls: [find_claim, find_claim]", "find find")]
    [InlineData("calls: {tools: [find_claim, pay], order: any}", "pay find")]
    [InlineData("calls: {tools: [find_claim, pay], others: true}", "find refund pay")]
    [InlineData("calls: {tools: [find_claim], max: 2}", "find find")]
    [InlineData("calls: {tools: [find_claim, pay], min: 0, max: 2}", "find find")]
    [InlineData("no-call", "text")]
    [InlineData("no-call: [refund]", "pay")]
    [InlineData("arguments: find_claim", "find")]
    [InlineData("arguments: {of: find_claim, equals: {id: HT-26}}", "find")]
    [InlineData("arguments: {of: find_claim, equals: {id: ht-26}, ignore-case: true}", "find")]
    [InlineData("arguments: {of: pay, subset: {amount: 40}}", "pay")]
    [InlineData("arguments: {of: pay, subset: {amount: '40.00', due: 1 May 2026, to: {name: Ms. Lee}, lines: [1, 2.0], urgent: false, note: }}", "pay")]
    [InlineData("arguments: {of: pay, call: 2, subset: {due: 2026-05-01}}", "refund broken pay")]
    [InlineData("arguments: {of: pay, call: any, subset: {amount: 4e1}}", "broken pay")]
    public void A_check_passes(string check, string calls) => By(check, calls).Outcome.ShouldBe(Outcome.Passed);

    // What does not hold, and the calls that show it.
    static readonly (string Check, string Calls)[] Failing =
    [
        ("calls: find_claim", "text"),
        ("calls: find_claim", "pay"),
        ("calls: find_claim", "find find"),
        ("calls: find_claim", "find pay"),
        ("calls: find_claim", "find unknown"),
        ("calls: [find_claim, pay]", "pay find"),
        ("calls: {tools: [find_claim, pay], min: 1, max: 2}", "find find find pay"),
        ("calls: {tools: [find_claim, pay], min: 1}", "find pay find"),
        ("calls: {tools: [find_claim], min: 2}", "find"),
        ("calls: pay", "broken"),
        ("no-call", "find pay"),
        ("no-call: [refund, pay]", "find pay pay"),
        ("no-call", "empty"),
        ("arguments: find_claim", "text"),
        ("arguments: find_claim", "pay refund"),
        ("arguments: {of: pay, call: 3}", "pay pay"),
        ("arguments: find_claim", "wrong"),
        ("arguments: find_claim", "find wrong"),
        ("arguments: pay", "broken"),
        ("arguments: pay", "twice"),
        ("arguments: pay", "list"),
        ("arguments: pay", "deep"),
        ("arguments: pay", "half"),
        ("arguments: {of: find_claim, equals: {id: HT-27}}", "find"),
        ("arguments: {of: find_claim, equals: {id: ht-26}}", "find"),
        ("arguments: {of: pay, equals: {amount: 40}}", "pay"),
        ("arguments: {of: pay, subset: {amount: 41}}", "pay"),
        ("arguments: {of: pay, subset: {amount: [40]}}", "pay"),
        ("arguments: {of: pay, subset: {due: 1 May 2027}}", "pay"),
        ("arguments: {of: pay, subset: {reason: late}}", "pay"),
        ("arguments: {of: pay, subset: {to: {name: Mr. Lee}}}", "pay"),
        ("arguments: {of: pay, subset: {lines: [1, 3]}}", "pay"),
        ("arguments: {of: pay, subset: {lines: [1]}}", "pay"),
        ("arguments: {of: pay, subset: {urgent: true}}", "pay"),
        ("arguments: {of: pay, subset: {amount: }}", "pay"),
        ("arguments: {of: pay, call: any, subset: {amount: 1}}", "pay broken"),
        ("words: {max: 9}", "find"),
        ("contains: fee", "find pay"),
    ];

    [Fact]
    public void What_a_failure_says()
    {
        var said = new StringBuilder();
        foreach (var (check, calls) in Failing)
        {
            var finding = By(check, calls);
            finding.Outcome.ShouldBe(Outcome.Failed, $"{check}: {calls}");
            said.AppendLine(check).Append("  ").AppendLine(calls).Append("  -> ").AppendLine(finding.Reason);
            if (finding.Evidence is { } evidence) said.Append("     ").AppendLine(evidence);
        }
        Approve.Text(said.ToString());
    }

    [Theory]
    [InlineData("40", "40.0", true)]
    [InlineData("40", "\"40\"", true)]
    [InlineData("1200", "\"1,200.00\"", true)]
    [InlineData("1e400", "1e400", true)]
    [InlineData("1e400", "10e399", true)]
    [InlineData("1e400", "1e401", false)]
    [InlineData("1e999999999", "2e999999999", false)]
    [InlineData("0.1", "0.10000000000000000000000000000000000001", false)]
    [InlineData("-5", "\"-5.0\"", true)]
    [InlineData("5", "\"-5\"", false)]
    [InlineData("'007'", "\"7\"", false)]
    [InlineData("30 days", "\"30 Days\"", true)]
    [InlineData("30 days", "30", false)]
    [InlineData("2026-05-01", "\"1 May 2026\"", true)]
    [InlineData("2026-05-01", "\"01.05.2026\"", false)]
    [InlineData("2026-05-01", "\"2026-05-02\"", false)]
    [InlineData("'2026-05-01T10:00:00Z'", "\"2026-05-01T12:00:00.000+02:00\"", true)]
    [InlineData("'2026-05-01T10:00:00Z'", "\"2026-05-01T12:00:00Z\"", false)]
    [InlineData("true", "\"true\"", false)]
    [InlineData("'a'", "\"\\u0061\"", true)]
    public void A_number_and_a_date_are_the_same_in_any_writing(string expected, string found, bool isSame) =>
        By(Case($"arguments: {{of: pay, equals: {{value: {expected}}}}}"), new ToolCall("pay", $$"""{"value": {{found}}}""")).Outcome.ShouldBe(isSame ? Outcome.Passed : Outcome.Failed);

    [Fact]
    public void A_check_of_a_turn_sees_the_calls_of_that_turn()
    {
        var answer = Scored.Answered("Paid.", "", "Paid.") with { ToolCalls = [Find with { Turn = 1 }, Pay with { Turn = 2 }] };

        ByTurn("calls: find_claim", 1).ShouldBe(Outcome.Passed);
        ByTurn("calls: find_claim", 2).ShouldBe(Outcome.Failed);
        ByTurn("calls: pay", 2).ShouldBe(Outcome.Passed);
        ByTurn("calls: pay", 3).ShouldBe(Outcome.Unscored);
        Scorer.Score(Case("calls: [find_claim, pay]"), answer)[0].Outcome.ShouldBe(Outcome.Passed);

        Outcome ByTurn(string check, int turn) => Scorer.Score(Scored.Case($"- {check}\n  turn: {turn}") with { Tools = Tools }, answer)[0].Outcome;
    }

    [Fact]
    public void A_conversation_that_ended_early_fails_what_was_not_reached()
    {
        const string why = "the conversation ended at turn 1 of 2: the model called `refund`, and results are scripted for `find_claim` alone";
        var answer = Scored.Answered("") with { ToolCalls = [Refund with { Turn = 1 }], EndedEarly = why };

        Scorer.Score(Case("contains: paid"), answer)[0].ShouldBe(Finding.Fail(why, ""));
        Scorer.Score(Scored.Case("- words: {min: 0}\n  turn: 2"), answer)[0].ShouldBe(Finding.Fail(why, ""));
        Scorer.Score(Case("calls: find_claim"), answer)[0].Reason.ShouldBe($"called `find_claim` 0 times, exactly 1; found `refund`; {why}");
        Scorer.Score(Scored.Case("- calls: refund\n  turn: 1") with { Tools = Tools }, answer)[0].Outcome.ShouldBe(Outcome.Passed);
        Scorer.Score(Scored.Case("- no-call:\n  turn: 2") with { Tools = Tools }, answer)[0].ShouldBe(Finding.Fail(why));
    }

    [Fact]
    public void An_error_is_errored() =>
        Scorer.Score(Case("calls: find_claim"), new Answer { Case = "set/case", Configuration = "candidate", Error = "no answer within 60 s" })[0].Outcome.ShouldBe(Outcome.Errored);

    [Fact]
    public void Hostile_arguments_are_judged_in_time()
    {
        var text = new string('x', 1_000_000);
        string[] arguments =
        [
            $$"""{"value": "{{text}}"}""", $$"""{"{{text}}": 1}""", new string('[', 1_000_000), $"{{\"value\": {new string('[', 500)}{new string(']', 500)}}}", $"{string.Concat(Enumerable.Repeat("{\"value\":", 100_000))}", "{\"value\": 1e400}", "{\"value\": 1e99999999999999999999}", $"{{\"value\": {new string('9', 1_000_000)}}}",
            "{" + string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"\"k{i}\":{i}")) + "}", "{\"value\": 1, \"value\": 2}", "{\"\\u001b[31m\": \"\\u202e\"}", "\0", "{\"value\": \"\\ud800\"}", "",
        ];
        string[] checks = ["calls: pay", "arguments: pay", "arguments: {of: pay, equals: {value: 40}}", "arguments: {of: pay, subset: {value: {a: [1]}}}", "no-call: refund"];
        foreach (var check in checks)
        {
            var golden = Case(check);
            foreach (var written in arguments)
            {
                var watch = Stopwatch.StartNew();
                var finding = By(golden, new ToolCall("pay", written));

                finding.Outcome.ShouldBeOneOf(Outcome.Passed, Outcome.Failed);
                (finding.Reason + finding.Evidence).Length.ShouldBeLessThan(2_000);
                (finding.Reason + finding.Evidence).ShouldAllBe(c => !char.IsControl(c) && c != '\u202e');
                watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), $"{check}: {Printable.Short(written, 40)}");
            }
            var many = Scored.Answered("") with { ToolCalls = [.. Enumerable.Repeat(new ToolCall("pay\u001b[31m\"<script>", "{}"), 20_000)] };
            Scorer.Score(golden, many)[0].Outcome.ShouldNotBe(Outcome.Errored);
        }
    }

    static Finding By(string check, string calls) => calls switch
    {
        "text" => Scored.By(Case(check), "The claim is paid."),
        "empty" => Scored.By(Case(check), " "),
        _ => By(Case(check), [.. calls.Split(' ').Select(Call)]),
    };

    static Finding By(GoldenCase golden, params IReadOnlyList<ToolCall> calls) => Scorer.Score(golden, Scored.Answered("") with { ToolCalls = calls }).ShouldHaveSingleItem();

    static GoldenCase Case(string check) => Scored.Case($"- {check}") with { Tools = Tools };

    static ToolCall Call(string word) => word switch
    {
        "find" => Find,
        "pay" => Pay,
        "refund" => Refund,
        "wrong" => new ToolCall("find_claim", """{"id": 26, "x": 1}"""),
        "unknown" => new ToolCall("delete_\u001b[31mall", "{}"),
        "broken" => new ToolCall("pay", """{"amount": 40,"""),
        "twice" => new ToolCall("pay", """{"amount": 40, "amount": 4000}"""),
        "list" => new ToolCall("pay", "[40]"),
        "deep" => new ToolCall("pay", new string('[', 600)),
        "half" => new ToolCall("pay", """{"to": "\ud800"}"""),
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, null),
    };
}
