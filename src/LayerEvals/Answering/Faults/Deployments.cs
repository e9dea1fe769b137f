using LayerEvals.Answering.Limiting;
using LayerEvals.Answering.Telemetry;
using LayerEvals.Configs;
using Microsoft.Extensions.AI;

namespace LayerEvals.Answering.Faults;

/// <summary>The deployments of a plan. Two sides of one deployment share its limits.</summary>
internal sealed class Deployments(EvalConfig config, TimeProvider time)
{
    readonly Limits limits = config.Limits;
    readonly Dictionary<string, Deployment> byIdentity = new(StringComparer.Ordinal);
    readonly RunStop stop = new();
    readonly Probes probes = new();

    /// <summary>In the order of the sides.</summary>
    public IReadOnlyCollection<Deployment> All => byIdentity.Values;

    /// <summary>A client that keeps the limits, asks again after faults that pass, and stops the run at those that do not.</summary>
    public IChatClient Guard(IChatClient client, ModelConfiguration model)
    {
        var deployment = Of(model);
        // Only what lies behind a network can have a wrong address or a revoked key.
        var isRemote = client.GetService<ChatClientMetadata>()?.ProviderUri is not null;
        var attempt = new TracedClient(new AttemptLimitClient(client, limits.Timeout, time), model, config.TracesMessages, time);
        return new RetryingClient(new LimitedClient(attempt, deployment.Queue, limits.TotalTimeout), deployment, isRemote ? probes : null, new Retries(limits, config.Seed, time));
    }

    Deployment Of(ModelConfiguration model)
    {
        // The written endpoint and key: their values are nobody's business here.
        var identity = string.Join('\n', model.Provider, model.Endpoint, model.Deployment ?? model.Model, model.KeyWritten);
        if (byIdentity.TryGetValue(identity, out var known)) return known;
        var admission = new Admission(limits.InFlight, limits.RequestsPerMinute, limits.TokensPerMinute);
        return byIdentity[identity] = new Deployment($"{model.Provider} {model.Deployment ?? model.Model}", new AdmissionQueue(admission, time), stop);
    }
}
