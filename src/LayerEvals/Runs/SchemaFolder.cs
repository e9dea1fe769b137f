using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Reporting;
using LayerEvals.Scoring.Json;
using LayerEvals.Scoring.Schemas;

namespace LayerEvals.Runs;

/// <summary>
/// The schemas of a run, each once, in <c>schemas/HASH.json</c>: the schema and the files that it refers to, so that the run can be scored where its golden
/// sets are not.
/// </summary>
internal static class SchemaFolder
{
    const string Name = "schemas";

    public static void Write(RunFolder folder, SchemaFiles schemas)
    {
        foreach (var schema in schemas.All)
        {
            var path = PathOf(folder.Paths, schema.Hash);
            if (File.Exists(path)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a file in the run's folder has a folder
            WholeFile.Write(path, stream => Write(schema, stream));
        }
    }

    /// <summary>Takes the schemas of another run over; what has the same hash is the same.</summary>
    public static void Copy(RunPaths from, RunFolder to)
    {
        if (!Directory.Exists(from.File(Name))) return;
        Directory.CreateDirectory(to.File(Name));
        foreach (var file in Directory.EnumerateFiles(from.File(Name), "*.json"))
            File.Copy(file, Path.Combine(to.File(Name), Path.GetFileName(file)), overwrite: true);
    }

    /// <summary>The schema that a saved check names; null after a problem was reported.</summary>
    public static SchemaText? Read(RunPaths run, string name, SourceFile cases)
    {
        var hash = SchemaFiles.HashOf(name);
        // The name stands in a file: nothing but a hash becomes a path.
        if (hash.Length != 32 || !hash.All(char.IsAsciiHexDigitLower)) return Lost(cases, name, "found a name without its hash");
        var file = new SourceFile(PathOf(run, hash), $"schemas/{hash}.json", cases.Problems);
        if (!File.Exists(file.Path) || file.ReadBytes() is not { } bytes) return Lost(cases, name, $"found no {file.Shown} in the run");
        using var document = JsonDocuments.Parse(bytes).Document;
        if (document is null || Parts(document.RootElement, file) is not { Count: > 0 } parts) return Lost(cases, name, $"found no schema in {file.Shown}");
        var schema = new SchemaText(parts, document.RootElement.TryGetProperty("validator", out var validator) ? validator.ToString() : OwnValidator.Instance.Name);
        if (schema.Hash != hash) return Lost(cases, name, $"found that {file.Shown} was edited");
        if (schema.Validator == OwnValidator.Instance.Name) return schema;
        NotOurs(cases, $"`{Printable.Short(name, 80)}`", schema.Validator);
        return null;
    }

    /// <summary>Says that a run was judged by a validator that only its test project has.</summary>
    public static void NotOurs(SourceFile cases, string what, string validator) =>
        cases.Error(ProblemIds.UnknownCheck, 0, $"expected a validator of this version for {what}, found that `{Printable.Short(validator, 60)}` judged the run", "run the test project again: only it has this validator");

    static SchemaText? Lost(SourceFile cases, string name, string found)
    {
        cases.Error(ProblemIds.NotARun, 0, $"expected the schema `{Printable.Short(name, 80)}` as the run saved it, {found}", "restore the run's folder");
        return null;
    }

    static string PathOf(RunPaths run, string hash) => run.File(Path.Combine(Name, hash + ".json"));

    static void Write(SchemaText schema, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, ReportJson.Indented);
        json.WriteStartObject();
        if (schema.Validator != OwnValidator.Instance.Name) json.WriteString("validator", schema.Validator);
        json.WriteStartObject("files");
        foreach (var part in schema.Parts)
        {
            json.WritePropertyName(part.Key);
            // As it was written, to the byte: the hash is of this text.
            json.WriteRawValue(part.Root.GetRawText(), skipInputValidation: true);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static List<SchemaPart>? Parts(JsonElement root, SourceFile file) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("files", out var files) && files.ValueKind == JsonValueKind.Object
        ? [.. files.EnumerateObject().Select(f => new SchemaPart(f.Name, file, System.Text.Encoding.UTF8.GetBytes(f.Value.GetRawText()), f.Value.Clone()))]
        : null;
}
