using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using Microsoft.Extensions.AI;

namespace LayerEvals.Answering;

/// <summary>Makes the client of a configuration; null when the maker does not know its provider.</summary>
internal delegate IChatClient? ClientMaker(ModelConfiguration model);

/// <summary>Builds the way of asking for each side of a plan.</summary>
internal static class Attempts
{
    /// <summary>One attempt a side; null for a side that cannot be asked, after the problem was reported. Without a maker only recorded sides are built; a blessed side is never asked.</summary>
    public static IReadOnlyList<Attempt?> For(EvalConfig config, IReadOnlyList<GoldenSet> sets, ClientMaker? clients, TimeProvider time) =>
        [.. config.Sides.Select(side => side.Provider == "recorded" ? Recorded(side, sets) : clients is null || side.Provider == "blessed" ? null : Of(side, config, clients, time))];

    static Attempt? Recorded(ModelConfiguration model, IReadOnlyList<GoldenSet> sets) => RecordedAnswers.Read(model, sets) is { } recorded ? recorded.AskAsync : null;

    static Attempt? Of(ModelConfiguration model, EvalConfig config, ClientMaker clients, TimeProvider time)
    {
        try
        {
            if (clients(model) is { } client) return new ChatAttempt(client, config.Limits.Timeout, time).AskAsync;
            var isCode = model.Provider == "code";
            config.File.Error(ProblemIds.NoClient, model.Line,
                isCode ? $"expected a client for `{model.Name}` from the test project, found none" : $"expected a provider that this version has, found `{model.Provider}` in `{model.Name}`",
                isCode ? "register one with [assembly: ChatClients(typeof(…))]; the tool alone has no code to ask" : "use embedded or recorded, or give an IChatClient from a test project with provider: code");
        }
        catch (ArgumentException e)
        {
            config.File.Error(ProblemIds.NoClient, model.Line, $"expected a client for `{model.Name}`, found none: {Printable.Short(e.Message.Split(" (Parameter ")[0])}", "correct `model`");
        }
        return null;
    }
}
