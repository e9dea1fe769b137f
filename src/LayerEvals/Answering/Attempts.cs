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

/// <summary>Builds the way of asking for each side of a plan.</summary>
internal static class Attempts
{
    /// <summary>One attempt a side; null for a side that cannot be asked, after the problem was reported. Without a maker only recorded sides are built; a blessed side is never asked.</summary>
    public static IReadOnlyList<Attempt?> For(Plan plan, ClientMaker? clients, TimeProvider time) => [.. plan.Config.Sides.Select((_, side) => For(plan, side, clients, time))];

    /// <summary>The attempt of one side: recordings outermost, then the budget, then the model.</summary>
    public static Attempt? For(Plan plan, int side, ClientMaker? clients, TimeProvider time)
    {
        var model = plan.Config.Sides[side];
        if (model.Provider == "recorded") return Recorded(model, plan.Sets);
        if (clients is null || model.Provider == "blessed") return null;
        return plan.Recordings is null ? Model() : Recording(plan, side, new Lazy<Attempt?>(Model), time);

        Attempt? Model() => Within(plan.Budget, Of(model, plan.Config, clients, time));
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
