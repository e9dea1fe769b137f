using System.Text;
using Microsoft.Extensions.AI;

namespace LayerEvals.Planning;

/// <summary>Turns a case into the messages that one configuration is sent.</summary>
internal static class Rendering
{
    /// <summary>The hole that takes the case's sources.</summary>
    public const string SourcesHole = "sources";

    /// <summary>The messages in order. An assistant message of null text is asked for; where none ends the list, the answer to the whole is asked for.</summary>
    public static IReadOnlyList<GoldenTurn> Of(GoldenCase golden, PromptFile? prompt)
    {
        var turns = new List<GoldenTurn>();
        var system = prompt?.System.Fill(hole => Hole(golden, hole)) ?? "";
        if (!string.IsNullOrWhiteSpace(system)) turns.Add(new GoldenTurn("system", system));
        if (golden.Messages.Count > 0) turns.AddRange(WithSources(golden, prompt));
        else if (prompt is not null && !prompt.User.IsBlank) turns.Add(new GoldenTurn("user", prompt.User.Fill(hole => Hole(golden, hole))));
        else turns.Add(new GoldenTurn("user", Plain(golden)));
        return turns;
    }

    /// <summary>The turns as the abstractions of Microsoft.Extensions.AI name them.</summary>
    public static ChatMessage Message(GoldenTurn turn, string text) => new(
        turn.Role switch { "system" => ChatRole.System, "assistant" => ChatRole.Assistant, _ => ChatRole.User }, text);

    static string Hole(GoldenCase golden, string hole) =>
        golden.Holes.TryGetValue(hole, out var text) ? text : hole == SourcesHole ? Sources(golden) : "";

    // Without a prompt the sources go before the question, so that they are sent at all.
    static string Plain(GoldenCase golden)
    {
        var input = string.Join('\n', golden.Holes.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => h.Value));
        return golden.Sources.Count == 0 ? input : $"{Sources(golden)}\n\n{input}";
    }

    static IEnumerable<GoldenTurn> WithSources(GoldenCase golden, PromptFile? prompt)
    {
        var sent = golden.Sources.Count == 0 || prompt?.Holes.Contains(SourcesHole) == true;
        foreach (var turn in golden.Messages)
        {
            if (sent || turn is not { Role: "user", Text: { } text })
            {
                yield return turn;
                continue;
            }
            sent = true;
            yield return turn with { Text = $"{Sources(golden)}\n\n{text}" };
        }
    }

    /// <summary>The sources as <c>&lt;source id="C-4.1"&gt;…&lt;/source&gt;</c>. Their text is sent as it stands, but for a closing tag that would forge the end of a source.</summary>
    static string Sources(GoldenCase golden)
    {
        var text = new StringBuilder();
        foreach (var source in golden.Sources)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append("<source id=\"").Append(source.Id.Replace("\"", "&quot;", StringComparison.Ordinal)).Append("\">")
                .Append(source.Text.Replace("</source", "<\\/source", StringComparison.OrdinalIgnoreCase))
                .Append("</source>");
        }
        return text.ToString();
    }
}
