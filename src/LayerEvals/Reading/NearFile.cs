using LayerEvals.Diagnostics;

namespace LayerEvals.Reading;

/// <summary>Finds the file that is there and that the name of a missing one is closest to.</summary>
internal static class NearFile
{
    // A guess at what was meant is not worth its time in a folder of many files.
    const int MostKnown = 2000;

    /// <summary>The near file as it would be written in the place of the missing one; null where none is near enough to be meant.</summary>
    /// <param name="path">Where the missing file was looked for.</param>
    /// <param name="written">How it is named.</param>
    /// <param name="except">The file that names it, which does not mean itself.</param>
    public static string? To(string path, string written, string except = "")
    {
        try
        {
            var (folder, name) = (Path.GetDirectoryName(path) ?? "", Path.GetFileName(path));
            var found = Directory.Exists(folder)
                ? Near(name, Known(Directory.EnumerateFiles(folder).Where(f => f != except)))
                : InNearFolder(folder, name);
            return found is null ? null : Rewritten(written, found);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    // None where there are too many: the near one may be among those that were not looked at. In an order, so that two that are as near give one message everywhere.
    static List<string> Known(IEnumerable<string> paths)
    {
        var names = paths.Select(p => Path.GetFileName(p)).Take(MostKnown + 1).ToList();
        if (names.Count > MostKnown) return [];
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    // What a name ends in is not what is mistyped: new.jsonl is not near to old.jsonl.
    static string? Near(string name, IReadOnlyList<string> files)
    {
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var near = Nearest.To(stem, [.. files.Where(f => Path.GetExtension(f) == extension).Select(f => Path.GetFileNameWithoutExtension(f))]);
        return near is not null ? near + extension : files.FirstOrDefault(f => string.Equals(Path.GetFileNameWithoutExtension(f), stem, StringComparison.OrdinalIgnoreCase));
    }

    // A folder that is not there either: the near one, where it has a file of this name.
    static string? InNearFolder(string folder, string name)
    {
        var above = Path.GetDirectoryName(folder);
        if (!Directory.Exists(above)) return null;
        var near = Nearest.To(Path.GetFileName(folder), Known(Directory.EnumerateDirectories(above)));
        return near is not null && File.Exists(Path.Combine(above, near, name)) ? $"{near}/{name}" : null;
    }

    // The last parts of what is written give way to those that were found.
    static string? Rewritten(string written, string found)
    {
        var parts = written.Split('/', '\\');
        var last = found.Count(c => c == '/') + 1;
        return parts.Length < last || parts[^last..].Contains("..") ? null : string.Join('/', [.. parts[..^last], found]);
    }
}
