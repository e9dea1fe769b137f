using System.Text;
using System.Text.Unicode;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reading;

/// <summary>A file of the plan: where it lies, how messages name it, and where its problems go.</summary>
internal sealed record SourceFile(string Path, string Shown, Problems Problems)
{
    // The largest file that is read: 512 MB of JSON Lines is some 500,000 cases.
    const long MaxBytes = 512L * 1024 * 1024;

    /// <summary>Where another file names this one; null where a command or a pattern does.</summary>
    public Naming? Named { get; init; }

    /// <summary>The schemas of the plan: files that name the same one share it.</summary>
    public Scoring.Schemas.SchemaFiles Schemas { get; init; } = new();

    /// <summary>The file at a path that is relative to this file's folder.</summary>
    public SourceFile Beside(string relative)
    {
        var folder = System.IO.Path.GetDirectoryName(Path) ?? "";
        var shownFolder = System.IO.Path.GetDirectoryName(Shown) ?? "";
        var path = System.IO.Path.Combine(folder, relative);
        return this with
        {
            Named = null,
            // No file system has a name with NUL, and GetFullPath throws on it; reading such a file reports it.
            Path = relative.Contains('\0') ? path : System.IO.Path.GetFullPath(path),
            Shown = Collapse(System.IO.Path.Combine(shownFolder, relative)),
        };
    }

    /// <summary>The file that this file names.</summary>
    public SourceFile Beside(TextNode name) => Beside(name.Text) with { Named = new Naming(this, name.Line, name.Text) };

    public void Error(string id, int line, string what, string advice) => Problems.Add(new Problem(id, Shown, line, what, advice));

    public void Warn(string id, int line, string what, string advice) =>
        Problems.Add(new Problem(id, Shown, line, what, advice, Severity.Warning));

    /// <summary>The bytes, proven to be UTF-8 without a byte order mark; null after a problem was reported.</summary>
    public byte[]? ReadBytes()
    {
        try
        {
            if (Path.Contains('\0'))
                return NotThere("expected a file's name, found a NUL character in it", "correct the path");
            if (Directory.Exists(Path))
                return NotThere($"expected {Expected}, found a folder", "name a file in it");
            var file = new FileInfo(Path);
            if (!file.Exists)
                return NotThere($"expected {Expected}, found nothing at this path", Named?.Advice(Path, "file") ?? (NearFile.To(Path, Shown) is { } near ? $"write `{Printable.Short(near, 80)}`, or add the file" : "correct the path, or add the file"));
            if (file.Length > MaxBytes)
                return Refuse(ProblemIds.TooLarge, $"expected at most {MaxBytes / 1024 / 1024} MB, found {file.Length / 1024 / 1024} MB", "split the file");
            return Decoded(File.ReadAllBytes(Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return NotThere($"expected a readable file: {e.Message.Replace(Path, Shown, StringComparison.Ordinal)}", "correct the path or the file's permissions");
        }
    }

    /// <summary>The text; null after a problem was reported.</summary>
    public string? ReadText() => ReadBytes() is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    string Expected => Named is null ? "a file" : $"the file `{Printable.Short(Named.Written, 80)}`";

    // What is wrong is the name, or what the name leads to: said where it is written, where that is in a file.
    byte[]? NotThere(string what, string advice)
    {
        if (Named is null) return Refuse(ProblemIds.Unreadable, what, advice);
        Named.By.Error(ProblemIds.Unreadable, Named.Line, what, advice);
        return null;
    }

    byte[]? Decoded(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return Refuse(ProblemIds.Encoding, "expected UTF-8, found UTF-16", "save the file as UTF-8");
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        var zero = Array.IndexOf(bytes, (byte)0);
        if (zero >= 0)
            return Refuse(ProblemIds.Encoding, "expected UTF-8 text, found a NUL byte", "save the file as UTF-8 text", LineOf(bytes, zero));
        if (!Utf8.IsValid(bytes))
            return Refuse(ProblemIds.Encoding, $"expected UTF-8, found the byte 0x{bytes[FirstInvalid(bytes)]:X2} that is not", "save the file as UTF-8", LineOf(bytes, FirstInvalid(bytes)));
        return bytes;
    }

    byte[]? Refuse(string id, string what, string advice, int line = 0)
    {
        Error(id, line, what, advice);
        return null;
    }

    static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var read) == System.Buffers.OperationStatus.Done) at += read;
        return at;
    }

    static int LineOf(ReadOnlySpan<byte> bytes, int at) => bytes[..at].Count((byte)'\n') + 1;

    // "configs/../goldensets/x.yaml" is shown as "goldensets/x.yaml".
    static string Collapse(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part is "." or "") { if (parts.Count == 0 && part == "") parts.Add(""); continue; }
            if (part == ".." && parts.Count > 0 && parts[^1] is not (".." or "")) parts.RemoveAt(parts.Count - 1);
            else parts.Add(part);
        }
        return string.Join('/', parts);
    }
}
