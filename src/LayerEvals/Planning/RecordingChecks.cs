using LayerEvals.Answering;
using LayerEvals.Answering.Recordings;
using LayerEvals.Baselines;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;

namespace LayerEvals.Planning;

/// <summary>Says before any call what is not recorded, and where one recording would stand for two different models. Every key is known by now: each is of a whole conversation.</summary>
internal static class RecordingChecks
{
    /// <summary>The recordings of a plan; null where none are used.</summary>
    public static RecordingFolder? Read(EvalConfig config)
    {
        config.Recordings.DemandFolder(config.File);
        return config.Recordings is { IsOff: false, Folder: { } folder } ? RecordingFolder.Read(folder) : null;
    }

    /// <summary>Whether a side has recordings at all: recorded and blessed answers are files already.</summary>
    public static bool Concern(ModelConfiguration side) => side.Provider is not ("recorded" or BlessedBaseline.Provider);

    /// <summary>What a side will ask and is not recorded.</summary>
    public static IEnumerable<Asking> Missing(Plan plan, int side) =>
        from golden in plan.Cases
        from sample in Enumerable.Range(1, plan.Config.Samples)
        let asking = plan.Asking(golden, side, sample)
        where plan.Recordings?.Has(asking.Key) is not true
        select asking;

    public static void Run(Plan plan)
    {
        if (plan.Recordings is not { } folder) return;
        for (var side = 0; side < 2; side++)
            if (plan.Config.Recordings.Mode == RecordingMode.Replay && Concern(plan.Config.Sides[side])) DemandAll(plan, side, folder);
        if (plan.Config.Sides.All(Concern)) DemandTwoKeys(plan);
    }

    // One problem a side: a changed prompt is one mistake, not one for each case.
    static void DemandAll(Plan plan, int side, RecordingFolder folder)
    {
        var missing = Missing(plan, side).ToList();
        if (missing.Count == 0) return;
        var (config, model) = (plan.Config, plan.Config.Sides[side]);
        config.File.Error(ProblemIds.NotRecorded, model.Line,
            $"expected a recording of every asking of `{Printable.Short(model.Name, 60)}` in {folder.Folder.Shown} (recordings: replay), found none for {missing.Count} of {plan.Cases.Count * config.Samples}, first {missing[0].Golden.Key}{(missing[0].Sample > 1 ? $" sample {missing[0].Sample}" : "")}; {folder.InsteadOf(missing[0].Sent)}",
            "record them where the model can be asked (mode auto) and commit the files, or undo what was changed");
    }

    // The key holds what is sent, and not where to: two endpoints that are sent the same would share their answers, and a comparison of them would compare nothing.
    static void DemandTwoKeys(Plan plan)
    {
        var (a, b) = (plan.Config.Baseline, plan.Config.Candidate);
        if (a.Endpoint == b.Endpoint && a.Provider != "code") return;
        foreach (var golden in plan.Cases)
        {
            if (plan.IsAskedTwice || plan.Asking(golden, 0, 1).Key != plan.Asking(golden, 1, 1).Key) continue;
            plan.Config.File.Error(ProblemIds.SharedRecording, b.Line,
                $"expected two sides that send something different, because recordings are found by what is sent, found that `{Printable.Short(a.Name, 60)}` and `{Printable.Short(b.Name, 60)}` send the same for {golden.Key}",
                "give one of them another `model`, or write recordings: {mode: off}");
            return;
        }
    }
}
