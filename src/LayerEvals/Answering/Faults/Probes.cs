namespace LayerEvals.Answering.Faults;

/// <summary>The first asking of each deployment goes alone: what is wrong with a key or an address is known after one call, and not after as many as are in flight.</summary>
internal sealed class Probes
{
    readonly Lock gate = new();
    readonly Dictionary<Deployment, TaskCompletionSource> running = [];
    readonly HashSet<Deployment> done = [];

    /// <summary>The probe of the deployment for its first asking; null for the others, once no probe of any deployment is under way.</summary>
    public async Task<Probe?> EnterAsync(Deployment deployment, CancellationToken cancellation)
    {
        while (true)
        {
            Task first;
            lock (gate)
            {
                if (!done.Contains(deployment) && !running.ContainsKey(deployment))
                {
                    running[deployment] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    return new Probe(this, deployment);
                }
                if (running.Count == 0) return null;
                first = running.First().Value.Task;
            }
            await first.WaitAsync(cancellation);
        }
    }

    void Leave(Deployment deployment, bool hasEnded)
    {
        lock (gate)
        {
            // One that was cancelled has shown nothing: the next asking is the probe.
            if (hasEnded) done.Add(deployment);
            running.Remove(deployment, out var waiting);
            waiting?.SetResult();
        }
    }

    /// <summary>An asking that goes alone.</summary>
    internal sealed class Probe(Probes probes, Deployment deployment) : IDisposable
    {
        /// <summary>Whether it came to an end of its own.</summary>
        public bool HasEnded { get; set; }

        /// <summary>Attempts that found nobody at the address.</summary>
        public int Unreachable { get; set; }

        public void Dispose() => probes.Leave(deployment, HasEnded);
    }
}
