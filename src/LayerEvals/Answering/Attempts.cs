using LayerEvals.Answering.Faults;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using Microsoft.Extensions.AI;

namespace LayerEvals.Answering;

/// <summary>Makes the client of a configuration; null when the maker does not know its provider.</summary>
internal delegate IChatClient? ClientMaker(ModelConfiguration model);

/// <summary>What the world gives to a plan whose models are asked.</summary>
/// <param name="Clients">Makes the clients.</param>
/// <param name="Environment">Reads an environment variable; null for one that is not set.</param>
/// <param name="Time">The clock.</param>
internal sealed record AskingHost(ClientMaker Clients, Func<string, string?> Environment, TimeProvider Time);

/// <summary>Builds the way of asking for each side of a plan.</summary>
internal static class Attempts
{
    /// <summary>One attempt a side; null for a side that cannot be asked, after the problem was reported. Without a host only recorded sides are built; a blessed side is never asked.</summary>
    public static IReadOnlyList<Attempt?> For(EvalConfig config, IReadOnlyList<GoldenSet> sets, AskingHost? host, Deployments deployments) =>
        [.. config.Sides.Select(side => side.Provider == "recorded" ? Recorded(side, sets) : host is null || side.Provider == "blessed" ? null : Of(side, config, host, deployments))];

    static Attempt? Recorded(ModelConfiguration model, IReadOnlyList<GoldenSet> sets) => RecordedAnswers.Read(model, sets) is { } recorded ? recorded.AskAsync : null;

    static Attempt? Of(ModelConfiguration model, EvalConfig config, AskingHost host, Deployments deployments)
    {
        if (Variables.Resolve(config.File, model, host.Environment) is not { } access) return null;
        try
        {
            if (host.Clients(model with { Access = access }) is { } client) return new ChatAttempt(deployments.Guard(client, model), config.Limits.TotalTimeout, host.Time).AskAsync;
            var isCode = model.Provider == "code";
            config.File.Error(ProblemIds.NoClient, model.Line,
                isCode ? $"expected a client for `{model.Name}` from the test project, found none" : $"expected a provider that this version has, found `{model.Provider}` in `{model.Name}`",
                isCode ? "register one with [assembly: ChatClients(typeof(…))]; the tool alone has no code to ask" : "use embedded or recorded, or give an IChatClient from a test project with provider: code");
        }
        catch (ArgumentException e)
        {
            config.File.Error(ProblemIds.NoClient, model.Line, $"expected a client for `{model.Name}`, found none: {Printable.Short(access.Scrub(e.Message.Split(" (Parameter ")[0]))}", "correct the model's entry");
        }
        return null;
    }
}
