namespace LayerEvals.Reading;

/// <summary>Files and folders that a configuration names by a pattern: <c>*</c> stands for any characters in the last part.</summary>
internal static class PathPattern
{
    /// <summary>What matches, in ordinal order, with its path relative to the file that names it.</summary>
    public static IReadOnlyList<(string Path, string Relative)> Matches(SourceFile file, string pattern, bool includesFolders)
    {
        var folder = System.IO.Path.GetDirectoryName(file.Beside(pattern).Path) ?? "";
        if (folder.Contains('*') || !Directory.Exists(folder)) return [];
        var shown = System.IO.Path.GetDirectoryName(pattern) ?? "";
        try
        {
            var name = System.IO.Path.GetFileName(pattern);
            var found = includesFolders ? Directory.EnumerateFileSystemEntries(folder, name) : Directory.EnumerateFiles(folder, name);
            return [.. found.Order(StringComparer.Ordinal).Select(path => (path, System.IO.Path.Combine(shown, System.IO.Path.GetFileName(path))))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
