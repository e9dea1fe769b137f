using LayerEvals.Answering;
using LayerEvals.Answering.Faults;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Answering.Faults;

/// <summary>Askings of a model that fails by a script, guarded as a plan guards it, under a clock that is moved by hand.</summary>
internal sealed class Asked
{
    readonly Limits limits;
    readonly Deployments deployments;

    public Asked(Limits? limits = null)
    {
        // Hours, so that no time limit ends before a wait of a retry does.
        this.limits = (limits ?? new Limits { InFlight = 4 }) with { Timeout = TimeSpan.FromHours(1) };
        if (this.limits.TotalTimeout < this.limits.Timeout) this.limits = this.limits with { TotalTimeout = TimeSpan.FromHours(24) };
        var config = new EvalConfig { Name = "small", File = new SourceFile("eval.yaml", "eval.yaml", new Problems()), Baseline = Model("pinned"), Candidate = Model("bump"), Output = "runs", OutputShown = "runs", Limits = this.limits, Masked = new MapNode([], 1) };
        deployments = new Deployments(config, Clock);
    }

    public HandMovedClock Clock { get; } = new();

    public static ModelConfiguration Model(string name) => new() { Name = name, Provider = "openai", Model = name };

    /// <summary>A way of asking one model.</summary>
    public Attempt Of(IChatClient client, string name = "bump") => new ChatAttempt(deployments.Guard(client, Model(name)), limits.TotalTimeout, Clock).AskAsync;

    public static Asking Asking(int number = 1, string model = "bump") => new(new GoldenCase { Set = "set", Id = $"case-{number}" }, Model(model), 1, [new("user", $"Question {number}?")]);

    /// <summary>Asks once, waits included.</summary>
    public Task<Answer> AnswerAsync(Attempt attempt, int number = 1) => Clock.RunAsync(attempt(Asking(number), TestContext.Current.CancellationToken));

    /// <summary>A model that meets these faults one after the other, and answers then.</summary>
    public static ScriptedModel Failing(params IReadOnlyList<VendorFault> faults)
    {
        var asked = 0;
        return new ScriptedModel((_, _) => Interlocked.Increment(ref asked) is var number && number <= faults.Count ? throw faults[number - 1] : Task.FromResult(ScriptedModel.Response("30 days")));
    }

    public static ScriptedModel Always(FaultKind kind) => new((_, _) => throw Fault(kind));

    public static VendorFault Fault(FaultKind kind, double? retryAfter = null) =>
        new(kind, $"{kind}") { RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null };
}
