using System.Security.Cryptography;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Answering.Recordings;

/// <summary>The recordings whose keys begin with the same two digits: <c>3f.jsonl</c>, a line each, in the order of their keys.</summary>
internal sealed class RecordingFile(SourceFile file, string prefix)
{
    static readonly ReadOnlyMemory<byte> LineBreak = "\n"u8.ToArray();

    readonly Lock gate = new();
    readonly HashSet<string> written = new(StringComparer.Ordinal);
    SortedDictionary<string, ReadOnlyMemory<byte>> lines = new(StringComparer.Ordinal);
    byte[] content = [];

    public IReadOnlyList<string> Keys
    {
        get
        {
            lock (gate) return [.. lines.Keys];
        }
    }

    /// <summary>Reads the file; problems go where the plan's go.</summary>
    public void Read()
    {
        lock (gate) lines = Lines(file);
    }

    public bool Has(string key)
    {
        lock (gate) return lines.ContainsKey(key);
    }

    public Recording? Find(string key)
    {
        lock (gate) return lines.TryGetValue(key, out var line) ? Of(line) : null;
    }

    /// <summary>Adds a recording, or takes the place of one from before this run, and gives what is stored: two sides that sent the same at the same time share the first answer.</summary>
    public Recording Add(Recording recording, Mutex others)
    {
        lock (gate)
        {
            if (written.Contains(recording.Key)) return Of(lines[recording.Key]);
            Alone(others, () =>
            {
                var now = Now();
                now[recording.Key] = recording.Write().AsMemory()[..^1];
                Write(now);
                lines = now;
            });
            written.Add(recording.Key);
            return recording;
        }
    }

    Recording Of(ReadOnlyMemory<byte> line) => Recording.Read(file with { Problems = new Problems() }, line.Span, 0)!; // it was read before

    SortedDictionary<string, ReadOnlyMemory<byte>> Lines(SourceFile from)
    {
        var found = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        if (from.ReadBytes() is not { } bytes) return found;
        foreach (var (json, line) in JsonText.Lines(bytes))
        {
            if (Recording.Read(from, json.Span, line) is not { } recording) continue;
            if (!recording.Key.StartsWith(prefix, StringComparison.Ordinal))
                from.Error(ProblemIds.Recordings, line, $"expected keys that begin with {prefix} in this file, found {recording.Key}", $"move the line to {recording.Key[..2]}.jsonl");
            else if (!numbers.TryAdd(recording.Key, line))
                from.Error(ProblemIds.Recordings, line, $"expected each key once, found {recording.Key} again (first in line {numbers[recording.Key]})", "keep one of the two lines");
            else found[recording.Key] = json.TrimEnd((byte)'\r');
        }
        return found;
    }

    // Another process may have added some since this one read or wrote the file; its lines are read again only then.
    SortedDictionary<string, ReadOnlyMemory<byte>> Now()
    {
        if (!File.Exists(file.Path)) return new(StringComparer.Ordinal);
        if (SHA256.HashData(File.ReadAllBytes(file.Path)).AsSpan().SequenceEqual(content)) return new(lines, StringComparer.Ordinal);
        var problems = new Problems();
        var now = Lines(file with { Problems = problems });
        return problems.HasErrors ? throw new IOException($"{file.Shown} was damaged while the run wrote it; {problems.InOrder[0].What}") : now;
    }

    void Write(SortedDictionary<string, ReadOnlyMemory<byte>> all)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!); // a file in the folder has a folder
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        WholeFile.Write(file.Path, stream =>
        {
            foreach (var line in all.Values)
                foreach (var part in new[] { line, LineBreak })
                {
                    stream.Write(part.Span);
                    hash.AppendData(part.Span);
                }
        });
        content = hash.GetHashAndReset();
    }

    static void Alone(Mutex others, Action action)
    {
        try
        {
            others.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Its owner was killed between two files: each is whole, because it is renamed into place.
        }
        try
        {
            action();
        }
        finally
        {
            others.ReleaseMutex();
        }
    }
}
