namespace LayerEvals.Reading;

/// <summary>A line of a file: its bytes without the line break, where it starts, and its number from 1. The bytes are good until the next line is read.</summary>
/// <param name="IsWhole">False for a last line without its line break: one that was cut short while it was written.</param>
internal readonly record struct FileLine(ReadOnlyMemory<byte> Text, long Offset, int Number, bool IsWhole)
{
    /// <summary>The length with the line break.</summary>
    public int Length => Text.Length + (IsWhole ? 1 : 0);
}

/// <summary>Reads a file line by line, whatever its size: what is in memory is one line, not the file.</summary>
internal static class LineFile
{
    const int Least = 1 << 16;

    public static IEnumerable<FileLine> Read(string path)
    {
        using var stream = Open(path);
        var buffer = new byte[Least];
        var (start, end, offset, number) = (0, 0, 0L, 0);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return new FileLine(buffer.AsMemory(start, length), offset, ++number, IsWhole: true);
                start += length + 1;
                offset += length + 1;
                continue;
            }
            if (start > 0) buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
            var read = stream.Read(buffer, end, buffer.Length - end);
            end += read;
            if (read > 0) continue;
            if (end > 0) yield return new FileLine(buffer.AsMemory(0, end), offset, ++number, IsWhole: false);
            yield break;
        }
    }

    /// <summary>The file for reading, while another handle of this process may append to it.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, Least, FileOptions.SequentialScan);
}
