using LayerEvals.Diagnostics;

namespace LayerEvals.Scoring.Continuing;

/// <summary>
/// Tells that an answer goes on with the dialogue: control tokens of a chat template, the headings of an instruction template, the next turn of the user behind an answer, or the next question behind
/// an answer to a list of questions. Code and quotations do not count, and nothing that the input itself holds as a word of its own, but for the list of questions.
/// </summary>
internal static class ContinuedDialogue
{
    static readonly string[] Tokens = ["<|im_start|>", "<|im_end|>", "<|endoftext|>", "<|user|>", "<|assistant|>", "<|system|>", "<|eot_id|>", "<|start_header_id|>", "<start_of_turn>", "<end_of_turn>", "[INST]", "[/INST]", "<<SYS>>"];
    static readonly string[] Headings = ["### Instruction:", "### Human:", "### User:", "### Input:", "### Response:", "### Assistant:"];
    static readonly string[] Users = ["User:", "Human:"];
    static readonly string[] Questions = ["Q:", "Question:", "Frage:", "Pregunta:", "Domanda:", "Pergunta:", "Vraag:"];

    public static Tell? In(Subject subject)
    {
        var text = subject.Text;
        foreach (var token in Tokens)
            if (Place(subject, token, 0) is { } at && !IsGiven(subject, token)) return new Tell($"holds the control token `{token}`", text[at..]);
        var isFirst = true;
        var opensAsDialogue = false;
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var line ? line : text.Length;
            var start = at;
            while (start < end && char.IsWhiteSpace(text[start])) start++;
            if (start < end && Line(subject, (start, end), isFirst, ref opensAsDialogue) is { } tell) return tell;
            isFirst &= start == end;
            at = end + 1;
        }
        return null;
    }

    static Tell? Line(Subject subject, (int Start, int End) line, bool isFirst, ref bool opensAsDialogue)
    {
        var words = subject.Text.AsSpan(line.Start, line.End - line.Start);
        var isQuoted = subject.Regions.At(line.Start) is not null;
        foreach (var heading in Headings)
            if (!isQuoted && words.StartsWith(heading, StringComparison.OrdinalIgnoreCase) && !IsGiven(subject, heading)) return Of($"goes on with the template's `{heading}`", subject, line);
        // A first line with a speaker is a dialogue that was asked for.
        if (isFirst) opensAsDialogue = words.IndexOf(':') is > 0 and < 30;
        if (isFirst || isQuoted || opensAsDialogue) return null;
        foreach (var user in Users)
            if (words.StartsWith(user, StringComparison.Ordinal) && words.Length > user.Length && !IsGiven(subject, user)) return Of($"goes on with the next turn of the user, `{user}`", subject, line);
        foreach (var question in Questions)
            if (words.StartsWith(question, StringComparison.Ordinal) && AsksSo(subject, question)) return Of($"goes on with the next question, `{question}`", subject, line);
        return null;
    }

    static Tell Of(string what, Subject subject, (int Start, int End) line) => new(what, subject.Text[line.Start..line.End]);

    static int? Place(Subject subject, string token, int from)
    {
        for (var at = subject.Text.IndexOf(token, from, StringComparison.Ordinal); at >= 0; at = subject.Text.IndexOf(token, at + 1, StringComparison.Ordinal))
            if (subject.Regions.At(at) is null) return at;
        return null;
    }

    // Who is asked about a template, or for a dialogue of these speakers, may write it.
    static bool IsGiven(Subject subject, string words)
    {
        var bare = words.Trim('#', ' ', ':', '\n');
        return Given.Texts(subject.Case).Any(text => text.Contains(words, StringComparison.OrdinalIgnoreCase) || text.Contains(bare, StringComparison.OrdinalIgnoreCase));
    }

    static bool AsksSo(Subject subject, string question) =>
        Given.Asked(subject.Case).Any(text => text.StartsWith(question, StringComparison.Ordinal) || text.Contains("\n" + question, StringComparison.Ordinal));
}
