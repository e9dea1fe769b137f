using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Json;

namespace LayerEvals.Scoring.Schemas;

/// <summary>Reads a schema and the files that it refers to: those in the folder of the golden set or of the schema, and below. Nothing is fetched.</summary>
internal static class SchemaReader
{
    /// <summary>The schema, then its files; null after a problem was reported.</summary>
    public static IReadOnlyList<SchemaPart>? Read(SourceFile file, string goldenFolder)
    {
        var folder = FolderOf(file.Path);
        var top = folder;
        var parts = new List<SchemaPart>();
        var waiting = new Queue<string>([file.Path]);
        var known = new HashSet<string>([file.Path], StringComparer.Ordinal);
        while (waiting.TryDequeue(out var path))
        {
            if (Part(path == file.Path ? file : file.Beside(Path.GetRelativePath(folder, path))) is not { } part) return null;
            parts.Add(part);
            foreach (var reference in SchemaReferences.In(part.Root))
            {
                var next = Path.GetFullPath(Uri.UnescapeDataString(reference), FolderOf(path));
                // What is not there, or not ours to read, leads nowhere: the validator says so at its place.
                if (!IsBelow(next, folder) && !IsBelow(next, goldenFolder) || !File.Exists(next)) continue;
                var highest = SchemaReferences.HighestOf(reference, FolderOf(path));
                if (!IsBelow(highest, top)) top = highest;
                if (known.Add(next)) waiting.Enqueue(next);
            }
        }
        var keyed = parts.ConvertAll(p => p with { Key = Path.GetRelativePath(top, p.File.Path).Replace('\\', '/') });
        return [keyed[0], .. keyed.Skip(1).OrderBy(p => p.Key, StringComparer.Ordinal)];
    }

    static string FolderOf(string path) => Path.GetDirectoryName(path) ?? path;

    static bool IsBelow(string path, string folder) => path == folder || path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    static SchemaPart? Part(SourceFile file)
    {
        if (file.ReadBytes() is not { } bytes) return null;
        var parsed = JsonDocuments.Parse(bytes);
        using var document = parsed.Document;
        if (document is not null) return new SchemaPart("", file, bytes, document.RootElement.Clone());
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
