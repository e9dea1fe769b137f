using System.Reflection;
using LayerEvals.Answering;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;

namespace LayerEvals.Session;

/// <summary>What a test project and its settings ask to be planned.</summary>
internal static class SessionPlan
{
    /// <exception cref="PlanException">The project or the settings name no plan.</exception>
    public static PlanRequest Request(EvalProject project, EvalSettings settings)
    {
        var config = settings.Config is { } chosen ? settings.At(chosen) : project.Config is { } own ? project.At(own) : null;
        if (config is null)
            throw Refused(ProblemIds.NoGoldenSet, settings.Show(project.Folder), "expected a configuration, found none", "write <LayerEvalsConfig>configs/….yaml</LayerEvalsConfig> in the project file, or give --evals-config FILE or LAYEREVALS_CONFIG");
        if (settings.Shard is { } shard && Shard.Parse(shard) is null)
            throw Refused(ProblemIds.BadShard, "LAYEREVALS_SHARD", $"expected a slice such as 2/4, found `{Printable.Short(shard, 40)}`", "write the number of the slice, /, and how many there are");
        if (settings.Recordings is { } mode && RecordingSettings.Parse(mode) is null)
            throw Refused(ProblemIds.BadValue, "LAYEREVALS_RECORDINGS", $"expected one of {string.Join(", ", RecordingSettings.Words)}, found `{Printable.Short(mode, 40)}`", "write one of them");
        return new PlanRequest(config)
        {
            Recordings = RecordingSettings.Parse(settings.Recordings),
            GoldenPaths = project.GoldenPaths(settings.Types ?? project.TestClasses),
            Shard = settings.ShardOrWhole,
            Clients = Clients(project.Assembly),
            Environment = settings.Variables,
            Validator = project.Validator,
            Time = settings.Time,
            Show = settings.Show,
        };
    }

    static ClientMaker Clients(Assembly assembly)
    {
        if (Registered.Of<IChatClients>(assembly, assembly.GetCustomAttribute<ChatClientsAttribute>()?.Type, "[ChatClients]") is not { } own) return ModelClients.For;
        return model => own.For(model) is { } client ? ModelClients.Told(client) : ModelClients.For(model);
    }

    static PlanException Refused(string id, string where, string what, string advice) => new([new Problem(id, where, 0, what, advice)]);
}
