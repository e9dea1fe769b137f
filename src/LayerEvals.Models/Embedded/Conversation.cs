using System.Text;
using Microsoft.Extensions.AI;

namespace LayerEvals.Models;

/// <summary>The messages as the reader sees them: the rules, the sources of every user turn, and the turns themselves.</summary>
internal sealed record Conversation(string Rules, IReadOnlyList<Passage> Sources, IReadOnlyList<string> UserTurns)
{
    /// <summary>What the assistant said just before the last user turn; null on the first turn.</summary>
    public string? Previous { get; init; }

    /// <summary>The sources of the last user turn alone: they are newer than the others.</summary>
    public IReadOnlyList<Passage> Newest { get; init; } = [];

    /// <summary>Characters of all messages, for the estimate of input tokens.</summary>
    public long Characters { get; init; }

    public string Last => UserTurns.Count == 0 ? "" : UserTurns[^1];

    public static Conversation Of(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var rules = new StringBuilder(options?.Instructions);
        var sources = new List<Passage>();
        var turns = new List<string>();
        string? said = null;
        IReadOnlyList<Passage> newest = [];
        var characters = (long)rules.Length;
        foreach (var message in messages)
        {
            var text = message.Text.Replace("\r\n", "\n", StringComparison.Ordinal);
            characters += text.Length;
            if (message.Role == ChatRole.System) rules.Append(rules.Length == 0 ? "" : "\n\n").Append(text);
            else if (message.Role == ChatRole.Assistant) said = text;
            else if (message.Role == ChatRole.User)
            {
                var blocks = SourceBlocks.Of(text);
                sources.AddRange(blocks.Sources);
                newest = blocks.Sources;
                turns.Add(blocks.Outside.Trim());
            }
        }
        return new Conversation(rules.ToString(), sources, turns)
        {
            Previous = turns.Count > 1 ? said : null,
            Newest = newest,
            Characters = characters,
        };
    }
}
