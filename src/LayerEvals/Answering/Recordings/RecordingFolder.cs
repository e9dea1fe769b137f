using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Reading;

namespace LayerEvals.Answering.Recordings;

/// <summary>The recordings of a folder, in 256 files by the first two digits of their keys, so that a change of one touches one small file.</summary>
internal sealed class RecordingFolder
{
    readonly Dictionary<string, RecordingFile> files;
    // The files are whole whoever writes them; the name keeps two processes from writing one over the other's additions. Global: two terminals are two sessions.
    // Made when something is written: a replay needs nothing but to read.
    readonly Lazy<Mutex> others;

    RecordingFolder(SourceFile folder, Dictionary<string, RecordingFile> files)
    {
        (Folder, this.files) = (folder, files);
        others = new Lazy<Mutex>(() => new Mutex(initiallyOwned: false, $@"Global\layerevals-{ContentHash.Of(Path.GetFullPath(folder.Path))}"));
    }

    public SourceFile Folder { get; }

    public int Count => files.Values.Sum(f => f.Keys.Count);

    /// <summary>Reads and checks every file; a folder that is not there has no recordings yet.</summary>
    public static RecordingFolder Read(SourceFile folder)
    {
        if (folder.Path.Contains('\0') || File.Exists(folder.Path))
            (folder.Named?.By ?? folder).Error(ProblemIds.Recordings, folder.Named?.Line ?? 0, $"expected a folder of recordings, found that {Printable.Short(folder.Shown, 80)} is none", "correct `folder` in `recordings`");
        var all = Enumerable.Range(0, 256).Select(i => i.ToString("x2", System.Globalization.CultureInfo.InvariantCulture))
            .ToDictionary(prefix => prefix, prefix => new RecordingFile(folder with { Named = null, Path = Path.Combine(folder.Path, prefix + ".jsonl"), Shown = $"{folder.Shown}/{prefix}.jsonl" }, prefix), StringComparer.Ordinal);
        foreach (var (prefix, file) in all)
            if (File.Exists(Path.Combine(folder.Path, prefix + ".jsonl"))) file.Read();
        return new RecordingFolder(folder, all);
    }

    public bool Has(string key) => files[key[..2]].Has(key);

    public Recording? Find(string key) => files[key[..2]].Find(key);

    /// <summary>Stores a recording when the operating system has it, and gives the one that is stored for its key.</summary>
    public Recording Add(Recording recording) => files[recording.Key[..2]].Add(recording, others.Value);

    /// <summary>The recording of what is most like this; null where there is none at all.</summary>
    public Recording? Nearest(Sent sent)
    {
        (Recording? Recording, double Distance) nearest = (null, double.PositiveInfinity);
        foreach (var file in files.OrderBy(f => f.Key, StringComparer.Ordinal))
            foreach (var key in file.Value.Keys)
                if (file.Value.Find(key) is { } recording && SentDifference.Distance(sent, recording.Sent) is var distance && distance < nearest.Distance)
                    nearest = (recording, distance);
        return nearest.Recording;
    }

    /// <summary>What a miss says: the nearest recorded key and what differs.</summary>
    public string InsteadOf(Sent sent) => Nearest(sent) is { } near
        ? $"the nearest recorded key is {near.Key}: {SentDifference.InWords(sent, near.Sent)}"
        : $"{Folder.Shown} has no recordings";
}
