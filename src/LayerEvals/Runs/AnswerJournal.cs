using System.Collections.Concurrent;
using LayerEvals.Answering;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Runs;

/// <summary>The record of a run: every answer is appended the moment it arrives, and found again by what was asked.</summary>
internal sealed class AnswerJournal : IAsyncDisposable
{
    readonly AppendFile file;
    readonly string path;
    readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    AnswerJournal(string path, TimeProvider time)
    {
        this.path = path;
        file = new AppendFile(path, FileMode.OpenOrCreate, syncs: time);
    }

    sealed record Entry(Place Place, bool Came);

    /// <summary>How many askings are answered; errors are no answers.</summary>
    public int Count => entries.Values.Count(e => e.Came);

    /// <summary>Opens the journal; one that was cut short is read, its torn last line cut off. Errors in it are no answers: they are asked again.</summary>
    /// <param name="path">The file.</param>
    /// <param name="time">The clock by which it is forced to the disk.</param>
    /// <param name="each">Sees every whole line of it.</param>
    public static AnswerJournal Open(string path, TimeProvider time, Action<Answer>? each = null)
    {
        var known = File.Exists(path) ? Known(path, each) : [];
        var journal = new AnswerJournal(path, time);
        foreach (var (id, entry) in known) journal.entries[id] = entry;
        return journal;
    }

    /// <summary>What was recorded last for an asking, an error included; null for one that was never asked.</summary>
    public Answer? Find(string golden, string configuration, int sample) =>
        entries.TryGetValue(Id(golden, configuration, sample), out var entry)
            ? AnswerLine.Read(new SourceFile(path, Path.GetFileName(path), new Problems()), file.Read(entry.Place), 0)
            : null;

    /// <summary>The answer of this very asking, messages and settings included; null where it must be asked (again).</summary>
    public Answer? Find(Asking asking) =>
        Find(asking.Golden.Key, asking.Model.Name, asking.Sample) is { Came: true } answer && answer.Key == asking.Key ? answer : null;

    /// <summary>Appends an answer or an error; done when the operating system has it.</summary>
    public async Task AddAsync(Answer answer)
    {
        var place = await file.AppendAsync(AnswerLine.Write(answer));
        entries[Id(answer.Case, answer.Configuration, answer.Sample)] = new Entry(place, answer.Came);
    }

    static string Id(string golden, string configuration, int sample) => $"{golden}\n{configuration}\n{sample}";

    public ValueTask DisposeAsync() => file.DisposeAsync();

    static Dictionary<string, Entry> Known(string path, Action<Answer>? each)
    {
        var problems = new Problems();
        var source = new SourceFile(path, Path.GetFileName(path), problems);
        var known = new Dictionary<string, Entry>(StringComparer.Ordinal);
        long? torn = null;
        foreach (var line in LineFile.Read(path))
        {
            if (!line.IsWhole) torn = line.Offset;
            else if (AnswerLine.Read(source, line.Text.Span, line.Number) is { } answer)
            {
                known[Id(answer.Case, answer.Configuration, answer.Sample)] = new Entry(new Place(line.Offset, line.Length), answer.Came);
                each?.Invoke(answer);
            }
        }
        problems.ThrowIfAny();
        if (torn is { } end) CutOff(path, end);
        return known;
    }

    static void CutOff(string path, long end)
    {
        using var cut = new FileStream(path, FileMode.Open, FileAccess.Write);
        cut.SetLength(end);
    }
}
