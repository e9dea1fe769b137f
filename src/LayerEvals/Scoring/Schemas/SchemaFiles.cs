using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.JsonSchema;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Schemas;

/// <summary>
/// The schemas of a plan. Each is read once and compiled once, and the checks of all cases share it. A check knows its schema by a name that holds the hash of
/// every byte of it: <c>schemas/claim.json@5f1c…</c>.
/// </summary>
internal sealed class SchemaFiles(ISchemaValidator? validator = null)
{
    readonly ISchemaValidator validator = validator ?? OwnValidator.Instance;
    readonly Dictionary<(string Path, string Folder), SchemaText?> read = [];
    readonly Dictionary<string, SchemaText> byHash = new(StringComparer.Ordinal);
    readonly Dictionary<(string Hash, bool AssertsFormats), Func<JsonElement, SchemaFinding>?> compiled = [];

    // No document lies there: a schema in a golden set refers to itself alone.
    static readonly Uri InPlace = new("https://schema.invalid/tool");

    /// <summary>The name of the validator that judges.</summary>
    public string Validator => validator.Name;

    /// <summary>Every schema that was read, in the order of their hashes.</summary>
    public IEnumerable<SchemaText> All => byHash.Values.OrderBy(s => s.Hash, StringComparer.Ordinal);

    /// <summary>Reads the schema that a file names, and gives the name that checks know it by; null after a problem was reported.</summary>
    public string? Read(SourceFile naming, TextNode path)
    {
        var file = naming.Beside(path);
        var folder = Path.GetDirectoryName(naming.Path) ?? "";
        if (!File.Exists(file.Path))
        {
            // Named: the text is a name in a file.
            naming.Error(ProblemIds.Unreadable, path.Line, $"expected the schema `{Printable.Short(path.Text, 80)}`, found no file at this path", file.Named!.Advice(file.Path, "schema"));
            return null;
        }
        if (!read.TryGetValue((file.Path, folder), out var schema))
        {
            schema = SchemaReader.Read(file, folder) is { } parts ? new SchemaText(parts, validator.Name) : null;
            read[(file.Path, folder)] = schema;
        }
        return schema is null ? null : $"{path.Text}@{Add(schema).Hash}";
    }

    /// <summary>Takes in a schema that a run has saved.</summary>
    public SchemaText Add(SchemaText schema)
    {
        byHash.TryAdd(schema.Hash, schema);
        return byHash[schema.Hash];
    }

    /// <summary>The schema of a name; null where none was read.</summary>
    public SchemaText? Find(string name) => byHash.GetValueOrDefault(HashOf(name));

    /// <summary>The part of a name that is the hash.</summary>
    public static string HashOf(string name) => name[(name.LastIndexOf('@') + 1)..];

    /// <summary>What judges documents by a schema; null after a problem was reported, in the schema's own file.</summary>
    public Func<JsonElement, SchemaFinding>? Compile(SchemaText schema, bool assertsFormats)
    {
        if (!compiled.TryGetValue((schema.Hash, assertsFormats), out var judge)) compiled[(schema.Hash, assertsFormats)] = judge = CompileOnce(schema, assertsFormats);
        return judge;
    }

    /// <summary>What judges documents by a schema that is written in a golden set; null after its problems were reported at its lines.</summary>
    public Func<JsonElement, SchemaFinding>? Compile(SourceFile file, MapNode written, JsonElement schema)
    {
        try
        {
            return validator.Compile(new SchemaSource(schema, InPlace));
        }
        catch (InvalidSchemaException e)
        {
            foreach (var problem in e.Problems)
                file.Error(ProblemIds.BadSchema, TypedJson.LineOf(written, problem.Path), $"expected a JSON Schema, found at {Printable.Short(problem.Path, 200)}: {problem.Message}", "correct the schema");
        }
        catch (Exception e) when (IsTheirs(e))
        {
            file.Error(ProblemIds.BadSchema, written.Line, NotCompiled(e), "correct the schema");
        }
        return null;
    }

    Func<JsonElement, SchemaFinding>? CompileOnce(SchemaText schema, bool assertsFormats)
    {
        try
        {
            var judge = validator.Compile(schema.Source(assertsFormats));
            if (schema.Parts.Count == 1) return judge;
            return document => judge(document) is var finding && finding.IsValid ? finding : finding with { Failures = [.. finding.Failures.Select(schema.Shown)] };
        }
        catch (InvalidSchemaException e)
        {
            foreach (var problem in e.Problems) Report(schema, problem);
        }
        catch (Exception e) when (IsTheirs(e))
        {
            schema.Main.File.Error(ProblemIds.BadSchema, 0, NotCompiled(e), "correct the schema");
        }
        return null;
    }

    // A validator of a team's own may throw what it likes: what it does not compile is a problem of the schema, told with its reason.
    bool IsTheirs(Exception e) => validator != OwnValidator.Instance && e is not OperationCanceledException;

    string NotCompiled(Exception e) => $"expected a schema that {Printable.Short(validator.Name, 60)} compiles: {e.GetType().Name}: {Printable.Short(e.Message, 300)}";

    static void Report(SchemaText schema, SchemaProblem problem)
    {
        var (part, path) = schema.Place(problem.Path);
        // A problem of $schema or $id is said at the schema that it stands in.
        var key = problem.Message.StartsWith('$') ? problem.Message[..Math.Max(0, problem.Message.IndexOf(':', StringComparison.Ordinal))] : "";
        var line = SchemaLines.Of(part.Bytes, key.Length == 0 ? path : path == "#" ? key : $"{path}/{key}");
        part.File.Error(ProblemIds.BadSchema, line, $"expected a JSON Schema, found at {Printable.Short(path, 200)}: {schema.Shown(problem.Message)}",
            problem.Message.Contains("leads to no schema", StringComparison.Ordinal)
                ? "correct the reference; a relative one reads a file in the folder of the golden set or of the schema, or below, and nothing is ever fetched"
                : "correct the schema");
    }
}
