using System.Text;
using LayerEvals.Scoring;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Scoring;

public sealed class SchemaCheckTests : IDisposable
{
    const string Claim = """
        {
          "type": "object",
          "required": ["status", "claim"],
          "additionalProperties": false,
          "properties": {
            "status": {"enum": ["paid", "open"]},
            "claim": {"type": "object", "properties": {"total": {"type": "integer"}, "note": {"type": "string"}, "lines": {"type": "array", "items": {"type": "object"}}}},
            "due": {"type": "string", "format": "date"}
          }
        }
        """;

    const string Right = """{"status": "open", "claim": {"total": 412}}""";
    const string Wrong = """{"status": "lost", "claim": {"total": 412.5}}""";

    readonly TempFolder folder = new();

    public SchemaCheckTests() => folder.Write("schemas/claim.json", Claim);

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Modes => ["whole", "fenced", "anywhere"];

    [Fact]
    public void Every_failure_says_what_would_have_to_change()
    {
        var said = new StringBuilder();
        foreach (var (kind, text, finish) in Answers())
        {
            said.AppendLine($"# {kind}\n{Printable.Short(text, 90)}");
            foreach (var mode in Modes) said.AppendLine($"    {mode.Data,-8} {Said(By(text, $"mode: {mode.Data}", finish))}");
            said.AppendLine();
        }
        Approve.Text(said.ToString());
    }

    [Fact]
    public void The_page_shows_failures_as_they_are()
    {
        var page = File.ReadAllText(Repository.File("docs", "json-schema.md")).ReplaceLineEndings("\n");
        var shown = page[page.IndexOf("## What a failure says", StringComparison.Ordinal)..page.IndexOf("| diagnosis |", StringComparison.Ordinal)].Split("```").Where((_, i) => i % 2 == 1).SelectMany(b => b.Trim().Split('\n')).ToList();
        var said = Answers().Select(a => By(a.Text, finish: a.Finish).Reason).ToList();

        shown.Count.ShouldBe(5);
        shown.ShouldBeSubsetOf(said.OfType<string>());
    }

    static IEnumerable<(string Kind, string Text, string? Finish)> Answers()
    {
        yield return ("what is asked for", Right, "stop");
        yield return ("blanks around it", $"\n {Right}\r\n\t", null);
        yield return ("a value of another type", """{"status": "open", "claim": {"total": 412.5}}""", null);
        yield return ("several failures", """{"status": "lost", "claim": {"total": 412.5}, "x": 1}""", null);
        yield return ("the wrong type of document", "[1, 2]", null);
        yield return ("null", "null", null);
        yield return ("a code fence", $"```json\n{Right}\n```", null);
        yield return ("a code fence around what is wrong", $"```json\n{Wrong}\n```", null);
        yield return ("a code fence of tildes", $"~~~\n{Right}\n~~~\n", null);
        yield return ("a code fence without a line of its own", $"```{Right}```", null);
        yield return ("a code fence that is not closed", $"```json\n{Right}", null);
        yield return ("text around a code fence", $"Here it is:\n```json\n{Right}\n```\nAnything else?", null);
        yield return ("two code fences", $"```\n{Right}\n```\nor\n```\n{Right}\n```", null);
        yield return ("text before the JSON", $"Here it is [as asked]: {Right}", null);
        yield return ("text after the JSON", $"{Right}\nI hope this helps!", null);
        yield return ("text before what is wrong", $"Sure. {Wrong}", null);
        yield return ("several documents", $"{Right}\n{Right}", null);
        yield return ("a byte order mark", $"\uFEFF{Right}", null);
        yield return ("a trailing comma", """{"status": "open", "claim": {"total": 412,},}""", null);
        yield return ("single quotes", "{'status': 'open', 'claim': {'note': 'it\\'s \"late\"'}}", null);
        yield return ("single quotes around what is wrong", "{'status': 'open', 'claim': {'lines': [1]}}", null);
        yield return ("curly quotes", "{“status”: “open”, “claim”: {}}", null);
        yield return ("unquoted keys", "{status: \"open\", claim: {total: 412}}", null);
        yield return ("comments", "{\"status\": \"open\", // as of today\n \"claim\": {/* none */}}", null);
        yield return ("NaN", """{"status": "open", "claim": {"total": NaN}}""", null);
        yield return ("Infinity", """{"status": "open", "claim": {"total": -Infinity}}""", null);
        yield return ("Python", "{'status': 'open', 'claim': {'total': None, }}", null);
        yield return ("a raw line break in a text", "{\"status\": \"open\", \"claim\": {\"note\": \"one\ntwo\"}}", null);
        yield return ("all of it", "\uFEFFSure:\n```js\n{status: 'open', /* x */ claim: {},}\n```\nDone.", null);
        yield return ("a duplicate key", """{"status": "paid", "claim": {}, "status": "open"}""", null);
        yield return ("a duplicate key below", """{"status": "paid", "claim": {"lines": [{}, {"a": 1, "\u0061": 1}]}}""", null);
        yield return ("a duplicate key in a code fence", "```\n{\"status\": \"paid\", \"claim\": {}, \"status\": \"paid\"}\n```", null);
        yield return ("a missing comma", """{"status": "open" "claim": {}}""", null);
        yield return ("no JSON at all", "I cannot do that.", null);
        yield return ("a text", "\"open\"", null);
        yield return ("cut", """{"status": "open", "claim": {"tot""", "length");
        yield return ("cut, and nobody said so", """{"status": "open", "claim": {"total": 412}""", null);
        yield return ("cut in a code fence", "```json\n{\"status\": \"open\", \"claim\": {", "max_tokens");
        yield return ("cut after the JSON", $"```json\n{Right}", "length");
        yield return ("cut, and wrong", """{"status": "open"}""", "length");
        yield return ("ended, and right", Right, "length");
        yield return ("stopped by a filter", """{"status": "open", "claim": {"note": "I""", "content_filter");
        yield return ("half of a surrogate pair", """{"status": "open", "claim": {"note": "\ud83d"}}""", null);
        yield return ("half of a surrogate pair in a name", """{"status": "open", "claim": {"\ud83d": 1}}""", null);
        yield return ("half of a surrogate pair, not escaped", "{\"status\": \"open\", \"claim\": {\"note\": \"\uD83D\"}}", null);
        yield return ("an escape of a terminal", "{\"status\": \"\\u001b[31m\", \"claim\": {}}", null);
        yield return ("brackets without end", new string('[', 2000), null);
        yield return ("deep nesting", $"{new string('[', 600)}{new string(']', 600)}", null);
        yield return ("the document inside a list that is none", $"[see {Right}]", null);
    }

    [Fact]
    public void What_is_left_of_a_number_is_never_a_pass()
    {
        folder.Write("schemas/claim.json", """{"type": "integer"}""");

        foreach (var mode in Modes)
        {
            By("12", $"mode: {mode.Data}", "length").Reason.ShouldBe("truncated: finish reason length; what is left of a number is still a number");
            By("12", $"mode: {mode.Data}", "stop").Outcome.ShouldBe(Outcome.Passed);
        }
    }

    [Fact]
    public void Null_passes_where_the_schema_allows_it()
    {
        folder.Write("schemas/claim.json", """{"type": ["object", "null"]}""");

        By("null").Outcome.ShouldBe(Outcome.Passed);
    }

    [Theory, MemberData(nameof(Modes))]
    public void An_empty_answer_fails_and_an_error_is_errored(string mode)
    {
        var golden = Case($"mode: {mode}");

        foreach (var empty in new[] { "", " \n", "\uFEFF" }) Scored.By(golden, empty).ShouldBe(Finding.Fail("the answer is empty"));
        Scorer.Score(golden, new Answer { Case = "set/case", Configuration = "candidate", Error = "no answer within 60 s" }).ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Errored);
    }

    [Fact]
    public void The_finish_reason_speaks_of_the_last_turn_only()
    {
        folder.Write("schemas/claim.json", """{"type": "integer"}""");
        var answer = Scored.Answered("no number", "12", "no number") with { FinishReason = "length" };

        Scorer.Score(Case("turn: 1"), answer)[0].Outcome.ShouldBe(Outcome.Passed);
        Scorer.Score(Case("turn: 2"), answer)[0].Reason.ShouldStartWith("truncated: finish reason length; ");
        Scorer.Score(Case(""), answer)[0].Reason.ShouldStartWith("truncated: finish reason length; ");
    }

    [Fact]
    public void A_format_is_asserted_where_the_check_says_so()
    {
        const string late = """{"status": "open", "claim": {}, "due": "soon"}""";

        By(late).Outcome.ShouldBe(Outcome.Passed);
        By(late, "formats: annotate").Outcome.ShouldBe(Outcome.Passed);
        By(late, "formats: assert").Reason.ShouldBe("due: \"soon\" where the format date is expected (properties/due/format)");
    }

    [Fact]
    public void A_limit_of_the_validator_decides_nothing()
    {
        folder.Write("schemas/claim.json", """{"properties": {"a": {"$ref": "#"}}}""");

        var finding = By($"{string.Concat(Enumerable.Repeat("{\"a\": ", 510))}1{new string('}', 510)}");

        finding.Outcome.ShouldBe(Outcome.Unscored);
        finding.Reason.ShouldNotBeNull().ShouldContain("not decided, since a limit was reached: more than 1000 schemas inside one another");
    }

    [Fact]
    public void Fifty_megabytes_are_judged()
    {
        folder.Write("schemas/claim.json", """{"type": "array", "items": {"type": "integer"}}""");
        var numbers = new StringBuilder("[1").Insert(2, ",1", 25_000_000);

        By(numbers.ToString()).Reason.ShouldStartWith("expected JSON and nothing else: ");
        By(numbers.Append(']').ToString()).Reason.ShouldNotBeNull().ShouldContain("not decided, since a limit was reached: more than 10000000 evaluated schemas");
        By($"[1{new string(' ', 50_000_000)}]").Outcome.ShouldBe(Outcome.Passed);
        By(new string('[', 50_000_000), "mode: anywhere").Outcome.ShouldBe(Outcome.Failed);
        By(new StringBuilder().Insert(0, "[x] {\"", 5_000_000).ToString(), "mode: anywhere").Outcome.ShouldBe(Outcome.Failed);
    }

    [Fact]
    public void What_a_mode_passes_a_laxer_one_passes()
    {
        var random = new Random(20260901);
        string[] pieces = [Right, Wrong, "```json\n", "```", "\n", " ", "text", "{", "}", "[1]", ",", "\"", "'", "null", "\uFEFF", "\\", "412", "<!--"];
        for (var i = 0; i < 4_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (Units.IsBlank(text)) continue;

            var passed = Modes.Select(mode => By(text, $"mode: {mode.Data}").Outcome == Outcome.Passed).ToList();

            passed.ShouldBe([.. passed.Order()], $"seed 20260901, {text}");
        }
    }

    static string Said(Finding finding) => finding.Outcome == Outcome.Passed ? "passes" : $"{finding.Outcome}: {finding.Reason}";

    Finding By(string text, string settings = "", string? finish = null) => Scorer.Score(Case(settings), Scored.Answered(text) with { FinishReason = finish }).ShouldHaveSingleItem();

    readonly Dictionary<(string, string), GoldenCase> cases = [];

    GoldenCase Case(string settings)
    {
        var key = (settings, File.ReadAllText(folder.At("schemas/claim.json")));
        if (cases.TryGetValue(key, out var known)) return known;
        var isBeside = settings.StartsWith("turn", StringComparison.Ordinal);
        return cases[key] = Scored.Case($"- schema: {{file: schemas/claim.json{(isBeside || settings.Length == 0 ? "" : $", {settings}")}}}{(isBeside ? $"\n  {settings}" : "")}", at: folder.At("checks.yaml"));
    }
}
