using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Json;

namespace LayerEvals.Scoring.Schemas;

/// <summary>Reads a schema and the files that it refers to: those in the folder of the golden set or of the schema, and below. Nothing is fetched.</summary>
internal static class SchemaReader
{
    /// <summary>The schema and its files; null after a problem was reported.</summary>
    public static IReadOnlyList<SchemaPart>? Read(SourceFile file, string goldenFolder)
    {
        var folder = Path.GetDirectoryName(file.Path) ?? "";
        var main = Path.GetFileName(file.Path);
        var parts = new List<SchemaPart>();
        var waiting = new Queue<string>([main]);
        var known = new HashSet<string>([main], StringComparer.Ordinal);
        while (waiting.TryDequeue(out var key))
        {
            if (Part(key == main ? file : file.Beside(key), key) is not { } part) return null;
            parts.Add(part);
            foreach (var reference in SchemaReferences.In(part.Root).Order(StringComparer.Ordinal))
            {
                var next = SchemaReferences.KeyOf(key, reference);
                var path = Path.GetFullPath(next, folder);
                // What is not there, or not ours to read, leads nowhere: the validator says so at its place.
                if ((IsBelow(path, folder) || IsBelow(path, goldenFolder)) && File.Exists(path) && known.Add(next)) waiting.Enqueue(next);
            }
        }
        return [parts[0], .. parts.Skip(1).OrderBy(p => p.Key, StringComparer.Ordinal)];
    }

    static bool IsBelow(string path, string folder) => path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    static SchemaPart? Part(SourceFile file, string key)
    {
        if (file.ReadBytes() is not { } bytes) return null;
        var parsed = JsonDocuments.Parse(bytes);
        using var document = parsed.Document;
        if (document is not null) return new SchemaPart(key, file, bytes, document.RootElement.Clone());
        var twice = parsed.Error is null ? null : First(bytes);
        if (twice is not null)
            file.Error(ProblemIds.DuplicateKey, twice.Line, $"expected each key once, found `{Printable.Short(twice.Name, 60)}` again{(twice.Path == "$" ? "" : $" in {twice.Path}")}", "keep one of them");
        else
            file.Error(ProblemIds.Syntax, (int)(parsed.Error?.LineNumber ?? 0) + 1, $"expected a schema as JSON: {parsed.Fault}", "correct the JSON; comments and trailing commas are none");
        return null;
    }

    static DuplicateName? First(byte[] bytes)
    {
        try
        {
            return DuplicateName.First(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
