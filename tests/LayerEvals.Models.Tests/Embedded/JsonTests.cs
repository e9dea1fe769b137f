using System.Text.Json;
using Microsoft.Extensions.AI;

namespace LayerEvals.Models.Tests.Embedded;

public sealed class JsonTests
{
    private const string Skeleton = """
        Answer as JSON, with nothing around it:
        {"answer": "one or two sentences, or null", "sources": ["ids of the sources used"], "found": true | false, "confidence": 0.0}
        """;

    [Fact]
    public async Task A_skeleton_is_filled_in_its_own_order()
    {
        var json = Parsed(await Asking.Ask(Skeleton, Shelf.Ask(Shelf.Library, "How long may I keep a film?")));

        json.EnumerateObject().Select(property => property.Name).ShouldBe(["answer", "sources", "found", "confidence"]);
        json.GetProperty("answer").GetString().ShouldBe("Books may be kept for 28 days, films for 7 days.");
        json.GetProperty("sources").EnumerateArray().Select(id => id.GetString()).ShouldBe(["L-3"]);
        json.GetProperty("found").GetBoolean().ShouldBeTrue();
        json.GetProperty("confidence").GetDecimal().ShouldBeInRange(0.5m, 1);
    }

    [Fact]
    public async Task Without_evidence_nulls_and_empty_lists_are_said()
    {
        var json = Parsed(await Asking.Ask(Skeleton, Shelf.Ask(Shelf.Library, "Who painted the ceiling of the chapel?")));

        json.GetProperty("answer").ValueKind.ShouldBe(JsonValueKind.Null);
        json.GetProperty("sources").GetArrayLength().ShouldBe(0);
        json.GetProperty("found").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_that_may_not_be_null_is_the_not_found_sentence()
    {
        var rules = """If the sources do not hold the answer, the answer is "Not covered." Answer as JSON: {"answer": "...", "status": "answered | not_found", "citations": ["..."]}""";

        var json = Parsed(await Asking.Ask(rules, Shelf.Ask(Shelf.Library, "Who painted the ceiling of the chapel?")));

        json.GetProperty("answer").GetString().ShouldBe("Not covered.");
        json.GetProperty("status").GetString().ShouldBe("not_found");
    }

    [Fact]
    public async Task A_status_says_answered_when_there_is_an_answer()
    {
        var rules = """Answer as JSON: {"answer": "...", "status": "answered | not_found", "citations": [{"id": "...", "quote": "..."}]}""";

        var json = Parsed(await Asking.Ask(rules, Shelf.Ask(Shelf.Museum, "Is state indemnity accepted?")));

        json.GetProperty("status").GetString().ShouldBe("answered");
        json.GetProperty("citations")[0].GetProperty("id").GetString().ShouldBe("M-4");
        json.GetProperty("citations")[0].GetProperty("quote").GetString().ShouldBe("State indemnity is accepted in place of a policy.");
    }

    [Fact]
    public async Task Names_alone_make_a_shape()
    {
        var json = Parsed(await Asking.Ask("Answer as JSON with the fields `answer`, `sources` and `found`.", Shelf.Ask(Shelf.Museum, "Is state indemnity accepted?")));

        json.GetProperty("sources")[0].GetString().ShouldBe("M-4");
        json.GetProperty("found").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Dates_and_amounts_are_copied_and_what_is_unknown_stays_empty()
    {
        var json = Parsed(await Asking.Ask("""Extract as JSON: {"captain": "", "amount": 0, "date": "YYYY-MM-DD"}""", "Email: On 2025-03-04 I scratched boat 12. I was charged 320 EUR. Regards"));

        json.GetProperty("captain").GetString().ShouldBe("");
        json.GetProperty("amount").GetDecimal().ShouldBe(320);
        json.GetProperty("date").GetString().ShouldBe("2025-03-04");
    }

    [Fact]
    public async Task A_fence_is_written_only_on_demand()
    {
        var answer = await Asking.Ask("Answer as JSON in a fenced code block: {\"answer\": \"...\"}", Shelf.Ask(Shelf.Museum, "Is state indemnity accepted?"));

        answer.ShouldStartWith("```json\n{");
        answer.ShouldEndWith("}\n```");
    }

    [Fact]
    public async Task The_schema_of_the_response_format_is_filled()
    {
        using var schema = JsonDocument.Parse("""
            {"type": "object", "properties": {
                "answer": {"type": ["string", "null"], "maxLength": 30},
                "days": {"type": "integer", "minimum": 1},
                "kind": {"enum": ["period", "money"]},
                "refs": {"type": "array", "items": {"$ref": "#/$defs/ref"}, "minItems": 1}
             }, "$defs": {"ref": {"type": "object", "properties": {"id": {"type": "string"}}}}}
            """);
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema.RootElement) };

        var json = Parsed(await Asking.Ask("reader-1", options, new ChatMessage(ChatRole.User, Shelf.Ask(Shelf.Museum, "Within how many days does the borrower return a recalled object?"))));

        (json.GetProperty("answer").GetString() ?? "").Length.ShouldBe(30);
        json.GetProperty("days").GetInt32().ShouldBe(14);
        json.GetProperty("kind").GetString().ShouldBeOneOf("period", "money");
        json.GetProperty("refs")[0].GetProperty("id").GetString().ShouldBe("M-6");
    }

    [Fact]
    public async Task Json_stays_valid_whatever_is_read()
    {
        const int seed = 41077;
        var random = new Random(seed);
        string[] pieces =
        [
            "<source id=\"Q-1\">", "</source>", "<source id=", "\"", "\\", "{", "}", "[", "]", ":", "\n", "\t", "\0", "\u001b", "\ud800", "\udc00", "İ", "ı", "Question:", "field: ", "amount: 12\n",
            "date: 2025-01-02\n", " or ", "null", "true", ", ", "1e999", "9999999999999999999999", "-", "A fee of 5 EUR is due. ", "How much is the fee? ", "\"answer\": ", "😀", "\u2028", "status: \n",
        ];
        string[] shapes =
        [
            """{"answer": "text or null", "ids": ["..."], "n": 0, "ok": true}""", """{"decision": "yes | no | refer", "reasons": ["A1", "B2"], "amount": number}""",
            """{"a": {"b": [{"c": "x", "d": 1.5}]}, "e": null, "status": "<open|closed>",}""", """{"rows": [{"id": "..", "quote": ".."}], "total": integer, "missing_fields": []}""", "{\"broken\": [\"", "",
        ];
        for (var round = 0; round < 2000; round++)
        {
            var message = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)]));
            var rules = $"Answer as JSON {shapes[random.Next(shapes.Length)]}";

            var answer = await Asking.Ask(round % 2 == 0 ? "reader-1" : "reader-2", rules, message);

            Should.NotThrow(() => Parsed(answer), $"seed {seed}, round {round}: {rules} / {message} -> {answer}");
        }
    }

    private static JsonElement Parsed(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
