using LayerEvals.Answering;
using LayerEvals.Baselines;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Planning;

/// <summary>
/// Makes of a plan one that asks a single configuration twice (A/A). The second asking has sample numbers of its own, k+1 to 2k: a seed that the vendor is given differs, and no
/// stored answer of the first can stand for it.
/// </summary>
internal static class AskedTwicePlan
{
    public const string Again = " again";
    const string Suffix = "-noise";

    /// <exception cref="PlanException">The side cannot be asked twice.</exception>
    public static async Task<Plan> OfAsync(Plan plan, int side, CancellationToken cancellation)
    {
        var model = plan.Config.Sides[side];
        if (model.Provider == BlessedBaseline.Provider)
            throw Refused(plan, model, ProblemIds.Blessed, $"expected a configuration that can be asked twice, found `{Printable.Short(model.Name, 60)}` with provider: blessed", "write --side candidate");
        await DemandSecondRecordingAsync(plan, side, cancellation);
        var name = (plan.Config.Name.Length + Suffix.Length > 100 ? plan.Config.Name[..(100 - Suffix.Length)] : plan.Config.Name) + Suffix;
        var again = model with { Name = model.Name + Again };
        var twice = plan with
        {
            Config = plan.Config with { Name = name, Baseline = model, Candidate = again, Masked = Written(plan.Config.Masked, (name, model.Name, again.Name)) },
            Attempts = [plan.Attempts[side], plan.Attempts[side]],
            Prompts = [plan.Prompts[side], plan.Prompts[side]],
            Hash = ContentHash.Of("noise-1", plan.Hash, side == 0 ? "baseline" : "candidate"),
            Blessed = null,
            IsAskedTwice = true,
            Notes = Notes(model, side),
        };
        RecordingChecks.Run(twice);
        plan.Config.File.Problems.ThrowIfAny();
        return twice;
    }

    static List<string> Notes(ModelConfiguration model, int side)
    {
        var notes = new List<string> { $"One configuration, {model.Name} (the {(side == 0 ? "baseline" : "candidate")}), was asked twice: nothing differs but the asking." };
        if (model is { Provider: "embedded", Sampling: { Temperature: null or 0 } or { Seed: null } }) notes.Add($"{model.Name} is answered by the embedded reader, a deterministic program: asked twice, it answers the same, and no noise can be measured on it.");
        else if (model.Sampling.Temperature == 0) notes.Add("Temperature 0 asks for the likeliest words; what changes all the same is the vendor's own noise.");
        return notes;
    }

    // Recorded answers can be read as often as one likes, and that would measure nothing: the second asking needs samples of its own.
    static async Task DemandSecondRecordingAsync(Plan plan, int side, CancellationToken cancellation)
    {
        var model = plan.Config.Sides[side];
        if (model.Provider != "recorded" || plan.Cases.Count == 0 || plan.Attempts[side] is not { } attempt) return;
        var last = 2 * plan.Config.Samples;
        foreach (var golden in plan.Cases)
            if ((await attempt(new Asking(golden, model, last, plan.Messages(golden, side), plan.Schema(golden, side)), cancellation)).Came) return;
        throw Refused(plan, model, ProblemIds.Answers, $"expected recorded answers of two askings (sample 1 to {last}) of `{Printable.Short(model.Name, 60)}`, found none with sample: {last}", "ask the model itself twice, or record a second asking");
    }

    static MapNode Written(MapNode masked, (string Config, string Model, string Again) names)
    {
        var model = ((MapNode)masked["models"]!)[names.Model]!; // a side of a configuration that was read is one of its models
        return masked.MergedWith(new MapNode(
        [
            new Entry("name", new TextNode(names.Config, 1), 1), new Entry("models", new MapNode([new Entry(names.Model, model, 1), new Entry(names.Again, model, 1)], 1), 1),
            new Entry("baseline", new TextNode(names.Model, 1), 1), new Entry("candidate", new TextNode(names.Again, 1), 1),
        ], 1));
    }

    static PlanException Refused(Plan plan, ModelConfiguration model, string id, string what, string advice) => new([new Problem(id, plan.Config.File.Shown, model.Line, what, advice)]);
}
