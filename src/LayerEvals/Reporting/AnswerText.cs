using System.Globalization;
using System.Text;

namespace LayerEvals.Reporting;

/// <summary>An answer as a report of text shows it: what was said in each turn and what was called, in the order of the turns. An answer of one turn without calls is its text.</summary>
internal static class AnswerText
{
    // What a reader of a report looks at; all of it is in answers.jsonl.
    const int LongestArguments = 2_000;

    public static string Of(Answer? answer)
    {
        if (answer is null) return "(no answer came)";
        if (!answer.Came) return $"(no answer came: {answer.Error})";
        if (answer.Turns.Count < 2 && answer.ToolCalls.Count == 0) return answer.Text;
        var turns = answer.Turns.Count > 0 ? answer.Turns : [answer.Text];
        var text = new StringBuilder();
        for (var turn = 1; turn <= turns.Count; turn++)
        {
            if (turns.Count > 1) text.Append(CultureInfo.InvariantCulture, $"[turn {turn}]\n");
            if (turns[turn - 1].Length > 0) text.Append(turns[turn - 1]).Append('\n');
            foreach (var call in answer.ToolCalls.Where(c => (c.Turn ?? turns.Count) == turn)) text.Append(CultureInfo.InvariantCulture, $"[calls {call.Name}] {Cut(call.Arguments)}\n");
        }
        if (answer.EndedEarly is { } ended) text.Append(CultureInfo.InvariantCulture, $"[{ended}]\n");
        return text.ToString().TrimEnd('\n');
    }

    static string Cut(string arguments) => arguments.Length <= LongestArguments ? arguments
        : string.Create(CultureInfo.InvariantCulture, $"{arguments[..(char.IsHighSurrogate(arguments[LongestArguments - 1]) ? LongestArguments - 1 : LongestArguments)]}… ({arguments.Length} characters)");
}
