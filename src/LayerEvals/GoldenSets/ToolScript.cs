using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.GoldenSets;

/// <summary>The results of a <c>tool:</c> turn: what each call of a tool is answered with, the first call with the first.</summary>
internal sealed record ToolScript(IReadOnlyDictionary<string, IReadOnlyList<string>> Results)
{
    public const string Role = "tool";

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

    // A list is one result a call; a map is one result, as JSON.
    static IEnumerable<string> Answers(Node node) => node is ListNode list ? list.Items.Select(Result) : [Result(node)];

    static string Result(Node node) => node is TextNode text ? text.Text : TypedJson.Of(node);
}
