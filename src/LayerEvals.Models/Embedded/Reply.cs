using Microsoft.Extensions.AI;

namespace LayerEvals.Models;

/// <summary>One answer, from the conversation to the text.</summary>
internal static class Reply
{
    private const double SetReplyNeeds = 0.6;
    private const int FollowUpTerms = 2;

    // Who hands over one text and a question on it, and names no reply for "not found", asks about that text.
    private const double AskedOfOneText = 0.5;

    public static string To(Conversation conversation, Instructions rules, ChatOptions? options, (ReaderTraits Traits, long Seed) reader)
    {
        var task = UserTask.Of(conversation.Last);
        var instructions = Formatted(PromptReading.Of(task.Orders, rules), options);
        if (Pushback.Is(conversation) && !instructions.AsJson && task.Record.Count == 0) return Plain.Speakable(Pushback.Answer(conversation, reader.Traits));

        var chance = Chance.Of(options?.Temperature, options?.Seed ?? reader.Seed);
        var reading = Read(conversation, task, instructions, (reader.Traits, chance));
        return Plain.Speakable(Finish.Of(Body(reading), reading));
    }

    private static Instructions Formatted(Instructions instructions, ChatOptions? options)
    {
        if (options?.ResponseFormat is not ChatResponseFormatJson format) return instructions;
        return instructions with { AsJson = true, Fenced = false, Shape = format.Schema is { } schema ? JsonSchemaShape.Of(schema) : instructions.Shape };
    }

    // New sources are read alone first; only when they are not enough, everything is.
    private static Reading Read(Conversation conversation, UserTask task, Instructions instructions, (ReaderTraits Traits, Chance Chance) reader)
    {
        task = WithEarlier(conversation, task);
        if (conversation.Newest.Count is > 0 and var count && count < conversation.Sources.Count)
        {
            var newest = Read(conversation, conversation.Newest, (task, instructions), reader);
            if (newest.Evidence.IsEnough) return newest;
        }
        return Read(conversation, conversation.Sources, (task, instructions), reader);
    }

    private static Reading Read(
        Conversation conversation, IReadOnlyList<Passage> sources, (UserTask Task, Instructions Instructions) asked, (ReaderTraits Traits, Chance Chance) reader)
    {
        var (task, vocabulary) = (asked.Task, new Vocabulary());
        IReadOnlyList<Passage> passages = task.Material.Length == 0 ? sources : [.. sources, Passage.Titled(null, task.Material)];
        var candidates = Candidates.Of(passages, vocabulary);
        var question = Question.Of(task.Asked, vocabulary);
        if (question.Terms.Count <= FollowUpTerms && conversation.UserTurns.Count > 1)
            question = Question.Of(task.Asked, vocabulary, UserTask.Of(conversation.UserTurns[^2]).Asked);
        if (task.Record.Count > 0 && !task.Asked.Contains('?'))
            question = Question.Of(task.Asked, vocabulary, string.Join('\n', task.Record.Select(field => field.Line)));
        var needed = reader.Traits.EvidenceNeeded * (asked.Instructions.NotFound is null && passages.All(passage => passage.Id is null) ? AskedOfOneText : 1);
        var evidence = Evidence.For(question, candidates, vocabulary, reader.Traits, reader.Chance, needed);
        if (question.Parts.Count > 1)
            evidence = evidence.With([.. question.Parts.Select(part => Evidence.For(Question.Of(part, vocabulary), candidates, vocabulary, reader.Traits, reader.Chance, needed))]);
        return new Reading(asked.Instructions, question, task, evidence)
        {
            Vocabulary = vocabulary,
            Traits = reader.Traits,
            Passages = passages,
        };
    }

    // A later turn is asked about what an earlier one brought.
    private static UserTask WithEarlier(Conversation conversation, UserTask task)
    {
        for (var turn = conversation.UserTurns.Count - 2; turn >= 0 && task.Material.Length == 0 && task.Record.Count == 0; turn--)
        {
            var earlier = UserTask.Of(conversation.UserTurns[turn]);
            task = task with { Material = earlier.Material, Record = earlier.Record };
        }
        return task;
    }

    private static string Body(Reading reading)
    {
        if (reading.Instructions.AsJson) return JsonReply.Write(reading);
        if (SetReplyFor(reading) is { } set) return set;
        if (reading.Instructions.Kind != AnswerKind.Prose) return ShortReply.Write(reading);
        if (Bare.Answer(reading) is { } computed) return computed;
        if (reading.Record.Count > 0 && (reading.Passages.Count == 0 || !reading.Evidence.IsEnough)) return RecordReply.Write(reading);
        if (!reading.Evidence.IsEnough) return reading.NotFound;
        return reading.Instructions.AsBullets ? Bullets.Write(reading) : Prose.Write(reading);
    }

    private static string? SetReplyFor(Reading reading)
    {
        if (reading.Question.IsOpen) return null;

        var asked = new HashSet<int>(reading.Question.Terms.Select(term => term.Stem));
        foreach (var (condition, reply) in reading.Instructions.SetReplies)
        {
            var stems = reading.Vocabulary.Read(Conditions.Bare(condition)).Distinct().ToList();
            if (stems.Count > 0 && stems.Count(asked.Contains) >= SetReplyNeeds * stems.Count) return reply;
        }
        return null;
    }
}
