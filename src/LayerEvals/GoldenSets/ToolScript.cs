using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.GoldenSets;

/// <summary>The results of a <c>tool:</c> turn: what each call of a tool is answered with, the first call with the first.</summary>
internal sealed record ToolScript(IReadOnlyDictionary<string, IReadOnlyList<string>> Results)
{
    public const string Role = "tool";

    /// <summary>Whether other results of the turn were given before.</summary>
    public bool IsRest { get; init; }

    /// <summary>A turn's results as they are kept in its text: JSON, so that every hash and record of turns has them.</summary>
    public static string? Text(SourceFile file, Node node)
    {
        if (node is not MapNode { Entries.Count: > 0 } map)
        {
            file.Error(ProblemIds.WrongKind, node.Line, $"expected the results of a tool turn as a map of tools, found {node.Kind}", "write `- tool: {find_claim: …}` with what the call of each tool is answered with");
            return null;
        }
        var lists = map.Entries.Select(e => e with { Value = new ListNode([.. Answers(e.Value).Select(r => new TextNode(r, e.Line, IsQuoted: true))], e.Line) });
        return TypedJson.Of(new MapNode([.. lists], map.Line));
    }

    /// <summary>The results of a turn's text.</summary>
    public static ToolScript Of(string text)
    {
        using var json = JsonDocument.Parse(text);
        return new ToolScript(json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => (IReadOnlyList<string>)[.. p.Value.EnumerateArray().Select(r => r.GetString()!)], StringComparer.Ordinal)); // written above
    }

    /// <summary>What the calls before a turn can be answered with: what is left of an earlier turn first; null where there is nothing.</summary>
    public static ToolScript? Of(ToolScript? left, GoldenTurn turn)
    {
        if (turn is not { Role: Role, Text: { } text }) return left;
        var next = Of(text);
        if (left is null) return next;
        var both = new Dictionary<string, IReadOnlyList<string>>(left.Results, StringComparer.Ordinal);
        foreach (var (name, results) in next.Results) both[name] = [.. both.GetValueOrDefault(name, []), .. results];
        return new ToolScript(both) { IsRest = true };
    }

    /// <summary>What is left when these were called; null where nothing is.</summary>
    public ToolScript? After(IEnumerable<string> called)
    {
        var left = new Dictionary<string, IReadOnlyList<string>>(Results, StringComparer.Ordinal);
        foreach (var (name, times) in called.CountBy(n => n, StringComparer.Ordinal))
            if (left.TryGetValue(name, out var results) && results.Count > times) left[name] = [.. results.Skip(times)];
            else left.Remove(name);
        return left.Count == 0 ? null : new ToolScript(left) { IsRest = true };
    }

    // A list is one result a call; a map is one result, as JSON.
    static IEnumerable<string> Answers(Node node) => node is ListNode list ? list.Items.Select(Result) : [Result(node)];

    static string Result(Node node) => node is TextNode text ? text.Text : TypedJson.Of(node);
}
