using LayerEvals.Answering.Faults;
using LayerEvals.Answering.Recordings;
using LayerEvals.Answering.Spending;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Planning;
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
    public static IReadOnlyList<Attempt?> For(Plan plan, AskingHost? host) => [.. plan.Config.Sides.Select((_, side) => For(plan, side, host))];

    /// <summary>The attempt of one side: recordings outermost, then the budget, then the model.</summary>
    public static Attempt? For(Plan plan, int side, AskingHost? host)
    {
        var model = plan.Config.Sides[side];
        if (model.Provider == "recorded") return Recorded(model, plan.Sets);
        if (host is null || model.Provider == "blessed") return null;
        return plan.Recordings is null ? Model() : Recording(plan, side, new Lazy<Attempt?>(Model), host.Time);

        Attempt? Model() => Within(plan.Budget, Of(model, plan, host));
    }

    static Attempt? Recorded(ModelConfiguration model, IReadOnlyList<GoldenSet> sets) => RecordedAnswers.Read(model, sets) is { } recorded ? recorded.AskAsync : null;

    static Attempt? Within(Budget? budget, Attempt? attempt) => budget is null || attempt is null ? attempt : (asking, cancellation) => budget.AskAsync(attempt, asking, cancellation);

    // A model that has something to be asked is made now, so that what it lacks is a problem of the plan; one that has not needs no key.
    static Attempt Recording(Plan plan, int side, Lazy<Attempt?> model, TimeProvider time)
    {
        var mode = plan.Config.Recordings.Mode;
        if (mode == RecordingMode.Record || mode == RecordingMode.Auto && RecordingChecks.Missing(plan, side).Any()) _ = model.Value;
        return new Recorder(plan.Recordings!, mode, model, time).AskAsync; // the caller looked
    }

    static Attempt? Of(ModelConfiguration model, Plan plan, AskingHost host)
    {
        var file = plan.Config.File;
        if (Variables.Resolve(file, model, host.Environment) is not { } access) return null;
        try
        {
            if (host.Clients(model with { Access = access }) is { } client)
                return new ChatAttempt((plan.Deployments ?? new Deployments(plan.Config, host.Time)).Guard(client, model), plan.Config.Limits.TotalTimeout, host.Time).AskAsync;
            var isCode = model.Provider == "code";
            file.Error(ProblemIds.NoClient, model.Line,
                isCode ? $"expected a client for `{model.Name}` from the test project, found none" : $"expected a provider that this version has, found `{model.Provider}` in `{model.Name}`",
                isCode ? "register one with [assembly: ChatClients(typeof(…))]; the tool alone has no code to ask" : "use embedded or recorded, or give an IChatClient from a test project with provider: code");
        }
        catch (ArgumentException e)
        {
            file.Error(ProblemIds.NoClient, model.Line, $"expected a client for `{model.Name}`, found none: {Printable.Short(access.Scrub(e.Message.Split(" (Parameter ")[0]))}", "correct the model's entry");
        }
        return null;
    }
}
