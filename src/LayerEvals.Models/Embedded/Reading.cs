namespace LayerEvals.Models;

/// <summary>Everything that an answer is written from.</summary>
internal sealed record Reading(Instructions Instructions, Question Question, UserTask Task, Evidence Evidence)
{
    public required Vocabulary Vocabulary { get; init; }

    public required ReaderTraits Traits { get; init; }

    public required IReadOnlyList<Passage> Passages { get; init; }

    public IReadOnlyList<RecordField> Record => Task.Record;

    /// <summary>The sentence that says "no answer": the prompt's own, or a default that fits what was given.</summary>
    public string NotFound => Instructions.NotFound ?? (Passages.Count > 0 || Record.Count > 0 ? "Not found in sources." : "I don't know.");

    /// <summary>The prompt's statements, then the sources': where rules about labels are looked for.</summary>
    public IEnumerable<Rule> Rules()
    {
        foreach (var statement in Instructions.Statements) yield return new Rule(statement, null);
        foreach (var passage in Passages)
            foreach (var sentence in Sentences.Texts(passage.Text)) yield return new Rule(sentence, passage.Id);
    }
}

/// <summary>A sentence that may rule on labels, and the id of the source that it stands in.</summary>
internal sealed record Rule(string Text, string? Id);
