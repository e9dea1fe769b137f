using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Configs;

/// <summary>What recordings are for in a run.</summary>
internal enum RecordingMode
{
    /// <summary>Neither read nor written.</summary>
    Off = 1,

    /// <summary>What is recorded is replayed; the rest is asked and recorded.</summary>
    Auto,

    /// <summary>Everything is asked and recorded, in place of what was.</summary>
    Record,

    /// <summary>Nothing is asked; what is not recorded is a problem of the plan.</summary>
    Replay,
}

/// <summary><c>recordings:</c> of a configuration.</summary>
/// <param name="Mode">What they are for.</param>
/// <param name="Folder">Where they are; null where the configuration names no folder.</param>
internal sealed record RecordingSettings(RecordingMode Mode, SourceFile? Folder)
{
    public static readonly string[] Words = ["off", "auto", "record", "replay"];

    /// <summary>The line of <c>recordings:</c>.</summary>
    public int Line { get; init; }

    public bool IsOff => Mode == RecordingMode.Off;

    public static string Word(RecordingMode mode) => Words[(int)mode - 1];

    public static RecordingMode? Parse(string? word) => Array.IndexOf(Words, word) is >= 0 and var index ? (RecordingMode)(index + 1) : null;

    public static RecordingSettings Read(SourceFile file, MapReader? reader)
    {
        if (reader is null) return new RecordingSettings(RecordingMode.Off, null);
        var mode = Parse(reader.OneOf("mode", Words)) ?? RecordingMode.Off;
        var folder = string.IsNullOrWhiteSpace(reader.Text("folder")) ? null : (TextNode?)reader.Node("folder"); // it has a text
        reader.Close();
        // A folder that is misspelled is one mistake, and not a mode without a folder too.
        if (reader.IsMisspelled("folder")) mode = RecordingMode.Off;
        return new RecordingSettings(mode, folder is null ? null : file.Beside(folder)) { Line = reader.Line };
    }

    /// <summary>The same with another mode, that of the command line; null leaves it.</summary>
    public RecordingSettings In(RecordingMode? mode) => mode is { } other ? this with { Mode = other } : this;

    /// <summary>Reports a mode that needs a folder where none is written.</summary>
    public void DemandFolder(SourceFile file)
    {
        if (!IsOff && Folder is null)
            file.Error(ProblemIds.MissingKey, Line, $"expected `folder` in `recordings` for the mode {Word(Mode)}, found none", "write recordings: {mode: auto, folder: ../recordings/NAME}");
    }
}
