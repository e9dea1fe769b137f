using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LayerEvals.Nested;
using LayerEvals.Testing;
using static LayerEvals.Running.Assertions;

namespace LayerEvals.Running;

public sealed class SchemaTests
{
    static readonly JsonSerializerOptions Snake = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Fact]
    public async Task The_validator_of_the_test_project_judges_checks_and_assertions()
    {
        using var bench = new Bench { Answer = (side, question, _) => Task.FromResult(side == "new" && question == "two" ? """{"status": "lost"}""" : """{"status": "open"}""") };

        var ran = await bench.RunAsync(typeof(Suites.Schemas));

        ran.Scores("two", "schema").ShouldBe(["old: Passed", "new: Failed (theirs: status: \"lost\" where \"open\" or \"closed\" is expected (properties/status/enum))"]);
        ran.Scores("two", "matches")[1].ShouldBe("new: Failed (expected an answer that goldensets/schemas/status.json takes: theirs: status: \"lost\" where \"open\" or \"closed\" is expected (properties/status/enum); the answer is: {\"status\": \"lost\"})");
        ran.Scores("one", "matches").ShouldBe(["old: Passed", "new: Passed"]);
        ran.Scores("one", "reads").ShouldBe(["old: Passed", "new: Passed"]);
        ran.Scores("one", "no schema")[0].ShouldBe("old: Errored (the check crashed: ArgumentException: a test: LE1001: expected the schema `goldensets/schemas/none.json`, found no file at this path\\n    correct the path, which is relative to this file, or add the schema (Parameter 'path'))");
        ran.Row("two").Warnings.ShouldContain("got worse: schema (new failed it, old passed)");
        File.ReadAllText(Directory.GetFiles(Path.Combine(ran.Folder, "schemas")).ShouldHaveSingleItem()).ShouldContain("\"validator\": \"TheirSchemas 1.0\"");
    }

    [Fact]
    public void What_fails_says_what_was_expected_and_what_is_there()
    {
        var said = new StringBuilder();
        foreach (var text in new[]
        {
            """{"status": "lost"}""", "```json\n{\"status\": \"open\"}\n```", "I cannot do that.", "null", "[]", "", """{"status": "open", "status": "open"}""",
            """{"amount_eur": 412, "lines": [{"title": "flight", "kind": "travel"}]}""", """{"amount_eur": 412.5, "lines": []}""", """{"amount_eur": 412}""",
            """{"amount_eur": 412, "lines": [{"title": null, "kind": "travel"}]}""", """{"amount_eur": 412, "lines": [], "note": "x"}""", """{"amount_eur": 412, "lines": [{"title": "x", "kind": "fun"}]}""",
        })
        {
            said.AppendLine($"# {Printable.Line(text)}");
            said.AppendLine(Said(() => Of(text).ShouldMatchSchema("goldensets/schemas/status.json")));
            said.AppendLine(Said(() => Of(text).ShouldMatchSchemaOf<Claim>(Snake)));
            said.AppendLine(Said(() => Of(text).ShouldDeserializeTo<Claim>(Snake))).AppendLine();
        }
        Approve.Text(said.ToString());
    }

    [Fact]
    public void What_was_read_is_returned()
    {
        var claim = Of("""{"amount_eur": 412, "lines": [{"title": "flight", "kind": "travel"}]}""").ShouldDeserializeTo<Claim>(Snake);

        claim.AmountEur.ShouldBe(412);
        claim.Lines.ShouldBe([new Line("flight", Kind.travel)]);
        Of("5").ShouldDeserializeTo<int>().ShouldBe(5);
    }

    [Fact]
    public void A_format_is_asserted_where_the_test_says_so()
    {
        var answer = Of("""{"status": "open", "due": "soon"}""");

        answer.ShouldMatchSchema("goldensets/schemas/status.json");
        Should.Throw<AnswerAssertionException>(() => answer.ShouldMatchSchema("goldensets/schemas/status.json", assertFormats: true)).Message.ShouldContain("due: \"soon\" where the format date is expected");
    }

    [Fact]
    public void An_answer_that_was_cut_is_no_number()
    {
        Should.Throw<AnswerAssertionException>(() => (Of("12") with { FinishReason = "length" }).ShouldDeserializeTo<int>()).Message
            .ShouldBe("expected an answer that can be read as Int32: truncated: finish reason length; what is left of a number is still a number; the answer is: 12");
    }

    [Fact]
    public void An_answer_that_did_not_come_is_said_so() =>
        Should.Throw<AnswerAssertionException>(() => NotCome("no answer within 60 s").ShouldDeserializeTo<Claim>()).Message
            .ShouldBe("expected an answer that can be read as Claim, and no answer came: no answer within 60 s");

    sealed record Claim(int AmountEur, IReadOnlyList<Line> Lines);

    sealed record Line(string Title, Kind Kind);

    [JsonConverter(typeof(JsonStringEnumConverter<Kind>))]
    enum Kind
    {
        travel,
        meal,
    }
}
