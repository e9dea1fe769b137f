using System.Text;
using LayerEvals.Answering;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Tests.Answering;

public sealed class AnswerLineTests
{
    public static TheoryData<string> Texts => ["", " ", "30 days", "line\nbreak\r\n\ttab", "\"quoted\\", "</pre><script>", "\u001b[31m", "\u2028\u202E", "👍", "null", "\0"];

    [Theory, MemberData(nameof(Texts))]
    public void Written_read_and_written_again_is_the_same_line(string text)
    {
        var line = AnswerLine.Write(new Answer
        {
            Case = "set/case",
            Configuration = "candidate",
            Sample = 2,
            Text = text,
            Turns = ["one", text],
            ToolCalls = [new ToolCall("find", "{\"id\":1}")],
            Model = "m",
            Fingerprint = "f",
            FinishReason = "stop",
            ResponseId = "r-1",
            Refusal = text,
            Usage = new TokenUsage(10, 20) { CachedInput = 3, Reasoning = 4 },
            Failures = [new FailedAttempt(7.5, text)],
            LatencyMs = 12.34,
            Attempts = 3,
            Key = "k",
        });

        var read = Read(line);

        read.ShouldNotBeNull().Text.ShouldBe(text);
        read.Failures.ShouldBe([new FailedAttempt(7.5, text)]);
        Encoding.UTF8.GetString(AnswerLine.Write(read)).ShouldBe(Encoding.UTF8.GetString(line));
        line.Count(b => b == '\n').ShouldBe(1);
    }

    [Fact]
    public void An_error_comes_back_as_an_error_and_not_as_an_empty_answer()
    {
        var read = Read(AnswerLine.Write(new Answer { Case = "set/case", Configuration = "candidate", Error = "no answer within 60 s" })).ShouldNotBeNull();

        read.Came.ShouldBeFalse();
        read.Error.ShouldBe("no answer within 60 s");
    }

    [Theory]
    [InlineData("""{"case": "a"}""")]
    [InlineData("""{"case": "a", "text": null}""")]
    public void A_line_without_text_and_error_is_no_empty_answer(string line) => Read(Encoding.UTF8.GetBytes(line), out var problems).ShouldBeNull(problems.InOrder[0].ToString());

    static Answer? Read(byte[] line) => Read(line, out _);

    static Answer? Read(byte[] line, out Problems problems)
    {
        problems = new Problems();
        return AnswerLine.Read(new SourceFile("answers.jsonl", "answers.jsonl", problems), line, 1);
    }
}
