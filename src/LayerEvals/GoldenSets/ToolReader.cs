using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Schemas;

namespace LayerEvals.GoldenSets;

/// <summary>Reads the tools of a set or a case; what is wrong with one is a problem at its line.</summary>
internal static class ToolReader
{
    public static IReadOnlyList<GoldenTool> ReadAll(SourceFile file, IReadOnlyList<Node> nodes)
    {
        var tools = new List<GoldenTool>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (MapReader.Of(file, node, "a tool") is not { } reader) continue;
            var name = reader.Required("name", "write name: with the name that the model calls");
            var description = reader.Text("description");
            var parameters = Parameters(file, reader);
            reader.Close();
            if (name.Length == 0) continue;
            // One whose parameters are wrong is a tool all the same: what names it is right.
            if (lines.TryAdd(name, reader.Line)) tools.Add(new GoldenTool(name, description, parameters?.Json ?? GoldenTool.NoParameters) { Judges = parameters?.Judges, Validator = parameters is null ? OwnValidator.Instance.Name : file.Schemas.Validator });
            else file.Error(ProblemIds.BadTool, reader.Line, $"expected each tool once, found `{Printable.Short(name, 60)}` again (first in line {lines[name]})", "give one of the tools another name, or remove it");
        }
        return tools;
    }

    /// <param name="Json">The schema, in one line.</param>
    /// <param name="Judges">What judges arguments by it.</param>
    sealed record ReadParameters(string Json, Func<JsonElement, SchemaFinding> Judges);

    static ReadParameters? Parameters(SourceFile file, MapReader reader)
    {
        var node = reader.Node("parameters");
        if (node is null) return null;
        if (node is MapNode map) return Inline(file, map);
        if (node is TextNode path) return OfFile(file, path);
        file.Error(ProblemIds.WrongKind, node.Line, $"expected `parameters` as a JSON Schema or the name of its file, found {node.Kind}", "write `type: object` and its `properties`, or a file");
        return null;
    }

    static ReadParameters? Inline(SourceFile file, MapNode map)
    {
        var json = TypedJson.Of(map);
        using var document = JsonDocument.Parse(json);
        var schema = document.RootElement.Clone();
        if (file.Schemas.Compile(file, map, schema) is not { } judges) return null;
        return IsOfObject(schema) ? new ReadParameters(json, judges) : NoObject(file, map.Line);
    }

    static ReadParameters? OfFile(SourceFile file, TextNode path)
    {
        if (file.Schemas.Read(file, path) is not { } name || file.Schemas.Find(name) is not { } schema || file.Schemas.Compile(schema, assertsFormats: false) is not { } judges) return null;
        if (schema.Parts.Count == 1) return IsOfObject(schema.Main.Root) ? new ReadParameters(TypedJson.Of(schema.Main.Root), judges) : NoObject(file, path.Line);
        file.Error(ProblemIds.BadTool, path.Line, $"expected the parameters of a tool in one file, found that {Printable.Short(path.Text, 80)} refers to {string.Join(", ", schema.Parts.Skip(1).Take(8).Select(p => p.Key))}: a vendor is sent one document", "move what it refers to under its own `$defs`");
        return null;
    }

    static bool IsOfObject(JsonElement schema) => schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("object");

    static ReadParameters? NoObject(SourceFile file, int line)
    {
        file.Error(ProblemIds.BadTool, line, "expected `type: object` in the parameters of a tool, found none: arguments are an object with names", "write `type: object`, and each argument under `properties`");
        return null;
    }
}
