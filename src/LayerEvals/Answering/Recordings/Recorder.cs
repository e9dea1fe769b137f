using LayerEvals.Configs;

namespace LayerEvals.Answering.Recordings;

/// <summary>Answers from recordings, asks what is not recorded, and records it, each as its mode says. Failures are not recorded.</summary>
/// <param name="folder">The recordings.</param>
/// <param name="mode">What to do.</param>
/// <param name="model">The model itself, made when it is first needed: what is recorded needs neither key nor network. Null where it cannot be asked.</param>
/// <param name="time">The clock that dates recordings.</param>
internal sealed class Recorder(RecordingFolder folder, RecordingMode mode, Lazy<Attempt?> model, TimeProvider time)
{
    public async Task<Answer> AskAsync(Asking asking, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (mode != RecordingMode.Record && folder.Find(asking.Key) is { } known) return known.For(asking);
        if (mode == RecordingMode.Replay || model.Value is not { } ask) return Missing(asking);
        var answer = await ask(asking, cancellation);
        if (!answer.Came) return answer;
        var recording = Recording.Of(asking, answer, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var stored = folder.Add(recording);
        return ReferenceEquals(stored, recording) ? answer : stored.For(asking);
    }

    // Nothing was asked: no attempts.
    Answer Missing(Asking asking) => new()
    {
        Case = asking.Golden.Key,
        Configuration = asking.Model.Name,
        Sample = asking.Sample,
        Key = asking.Key,
        Attempts = 0,
        Error = $"not recorded in {folder.Folder.Shown} (mode {RecordingSettings.Word(mode)}): {folder.InsteadOf(asking.Sent)}",
    };
}
