using LayerEvals.Canaries;

namespace LayerEvals.Tests.Canaries;

public sealed class ParsedAnswerTests
{
    [Theory]
    [InlineData("30 days", "30 days.")]
    [InlineData("You have **30** days!", "you have 30 days")]
    [InlineData("  30\n\ndays ", "30 days")]
    [InlineData("""{"a": 1, "b": [true]}""", """{ "b": [ true ], "a": 1 }""")]
    [InlineData("""{"a": 1}""", "```json\n{\"a\":1}\n```")]
    public void Two_answers_that_say_the_same_are_alike(string one, string other) => Of(one).ShouldBe(Of(other));

    [Theory]
    [InlineData("30 days", "14 days")]
    [InlineData("-5", "5")]
    [InlineData("1.5", "15")]
    [InlineData("yes", "")]
    [InlineData("""{"a": 1}""", """{"a": 2}""")]
    [InlineData("""{"a": [1, 2]}""", """{"a": [2, 1]}""")]
    [InlineData("""{"a": 1}""", """{"a": 1} Done.""")]
    public void Two_that_do_not_are_not(string one, string other) => Of(one).ShouldNotBe(Of(other));

    [Fact]
    public void Tool_calls_are_part_of_an_answer()
    {
        var find = new Answer { Case = "a", Configuration = "m", ToolCalls = [new ToolCall("find", """{"id": 1, "in": "x"}""")] };

        ParsedAnswer.Of(find).ShouldBe(ParsedAnswer.Of(find with { ToolCalls = [new ToolCall("find", """{"in":"x","id":1}""")] }));
        ParsedAnswer.Of(find).ShouldNotBe(ParsedAnswer.Of(find with { ToolCalls = [new ToolCall("find", """{"in":"x","id":2}""")] }));
        ParsedAnswer.Of(find).ShouldNotBe(ParsedAnswer.Of(find with { ToolCalls = [] }));
    }

    static string Of(string text) => ParsedAnswer.Of(new Answer { Case = "a", Configuration = "m", Text = text });
}
