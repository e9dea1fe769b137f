using LayerEvals.Session;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestHost;
using Microsoft.Testing.Platform.Messages;
using Microsoft.Testing.Platform.TestHost;

namespace LayerEvals.Platform;

/// <summary>Publishes the report as an artifact of the session: the only thing that `dotnet test` prints of a run that passes.</summary>
internal sealed class PublishedReports(IMessageBus messages) : ITestSessionLifetimeHandler, IDataProducer
{
    public string Uid => "LayerEvals.Reports";

    public string Version => Runs.RunManifest.Version;

    public string DisplayName => "LayerEvals";

    public string Description => "The report of the eval run";

    public Type[] DataTypesProduced => [typeof(SessionFileArtifact)];

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task OnTestSessionStartingAsync(SessionUid sessionUid, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task OnTestSessionFinishingAsync(SessionUid sessionUid, CancellationToken cancellationToken)
    {
        while (EvalSettings.Current.Reports.TryDequeue(out var report))
            await messages.PublishAsync(this, new SessionFileArtifact(sessionUid, new FileInfo(report), "LayerEvals report", "Verdict, layers, and the cases that got worse"));
    }
}
