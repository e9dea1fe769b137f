using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Runs;
using Microsoft.Extensions.AI;

namespace LayerEvals.Session;

/// <summary>The plan, the run and its result while the tests of one assembly run.</summary>
internal sealed class EvalSession
{
    // Flows from the executor to everything it runs: two executions in one process do not meet.
    static readonly AsyncLocal<EvalSession?> Flowing = new();

    readonly EvalSettings settings;
    readonly Lock ending = new();
    Task<RunResult?>? ended;
    Dictionary<string, GoldenCase>? planned;

    EvalSession(Plan? plan, PlanException? refused, Run? run, EvalSettings settings, string project)
    {
        this.settings = settings;
        (PlanOrNull, Refused, RunOrNull, Project) = (plan, refused, run, project);
    }

    public static EvalSession? Current => Flowing.Value;

    Plan? PlanOrNull { get; }

    Run? RunOrNull { get; }

    /// <summary>The test project's folder, as commands name it.</summary>
    public string Project { get; }

    /// <summary>Why the plan was refused; null when it was not.</summary>
    public PlanException? Refused { get; }

    public Plan Plan => PlanOrNull ?? throw Refused!;

    public Run Run => RunOrNull ?? throw Refused!;

    /// <summary>The result, once the run has ended.</summary>
    public RunResult? Result { get; private set; }

    /// <summary>Starts the session that everything below this call sees. The cases that will run decide whether it is partial.</summary>
    public static EvalSession Start(EvalProject project, IEnumerable<Type> types, EvalSettings settings, Func<Plan, bool> isPartial) =>
        Flowing.Value = Open(project, types, settings, isPartial);

    /// <summary>A session without the executor of this package: nobody knows which rows will run, so such a run is never gone on with.</summary>
    public static EvalSession Alone(System.Reflection.Assembly assembly) =>
        Open(EvalProject.Of(assembly), assembly.GetTypes(), EvalSettings.Current, _ => true);

    static EvalSession Open(EvalProject project, IEnumerable<Type> types, EvalSettings settings, Func<Plan, bool> isPartial)
    {
        var shown = EvalProject.Show(project.Folder);
        try
        {
            var plan = PlanReader.Read(Request(project, types, settings));
            var run = Run.Open(plan, new RunOptions(settings.Time) { IsPartial = isPartial(plan), Output = settings.Output is { } output ? Path.GetFullPath(output) : null });
            return new EvalSession(plan, null, run, settings, shown);
        }
        catch (PlanException e)
        {
            return new EvalSession(null, e, null, settings, shown);
        }
    }

    static PlanRequest Request(EvalProject project, IEnumerable<Type> types, EvalSettings settings)
    {
        var config = settings.Config is { } chosen ? Path.GetFullPath(chosen) : project.Config is { } own ? project.At(own) : null;
        if (config is null)
            throw new PlanException([new Problem(ProblemIds.NoGoldenSet, EvalProject.Show(project.Folder), 0, "expected a configuration, found none", "write <LayerEvalsConfig>configs/….yaml</LayerEvalsConfig> in the project file, or give --evals-config FILE or LAYEREVALS_CONFIG")]);
        if (settings.Shard is { } shard && Shard.Parse(shard) is null)
            throw new PlanException([new Problem(ProblemIds.BadShard, "LAYEREVALS_SHARD", 0, $"expected a slice such as 2/4, found `{Printable.Short(shard, 40)}`", "write the number of the slice, /, and how many there are")]);
        return new PlanRequest(config)
        {
            GoldenPaths = project.GoldenPaths(types),
            Shard = settings.ShardOrWhole,
            Clients = Clients(project.Assembly),
            Time = settings.Time,
            Show = EvalProject.Show,
        };
    }

    static Answering.ClientMaker Clients(System.Reflection.Assembly assembly)
    {
        var attribute = (ChatClientsAttribute?)Attribute.GetCustomAttribute(assembly, typeof(ChatClientsAttribute));
        if (attribute is null) return ModelClients.For;
        var own = Activator.CreateInstance(attribute.Type) as IChatClients
            ?? throw new PlanException([new Problem(ProblemIds.NoClient, assembly.GetName().Name ?? "the test project", 0, $"expected [ChatClients] to name a type that implements IChatClients, found {attribute.Type.FullName}", "implement IChatClients on it")]);
        return model => own.For(model) ?? ModelClients.For(model);
    }

    /// <summary>Asks both sides about the plan's own version of the case.</summary>
    public Task<CaseAnswers> AskBothAsync(GoldenCase golden, CancellationToken cancellation)
    {
        var own = Planned(golden.Key) ?? throw new InvalidOperationException($"expected a case of the plan, found {golden.Key}; build again to discover the cases anew");
        return Run.AskBothAsync(own, cancellation);
    }

    /// <summary>Notes that a row ended before its last line.</summary>
    public void MarkCutShort(string golden, string test)
    {
        if (RunOrNull?.Records.GetValueOrDefault(golden) is { } record) record.CutShort[test] = true;
    }

    /// <summary>Compares and writes the reports, once, however often it is called. An incomplete run is left so that the same command goes on with it.</summary>
    public Task<RunResult?> EndAsync(bool isComplete)
    {
        lock (ending) return ended ??= EndOnceAsync(isComplete);
    }

    async Task<RunResult?> EndOnceAsync(bool isComplete)
    {
        if (RunOrNull is not { } run) return null;
        await using (run)
        {
            Result = Finishing.Finish(run, isComplete, Rerun);
            EvalSettings.Reports.Enqueue(Result.ReportHtml);
            return Result;
        }
    }

    string Rerun(GoldenCase golden)
    {
        var config = settings.Config is { } chosen ? $" --evals-config {EvalProject.Show(Path.GetFullPath(chosen))}" : "";
        return $"dotnet test --project {Project}{config} --filter-trait case={golden.Key}";
    }

    GoldenCase? Planned(string key) => LazyInitializer.EnsureInitialized(ref planned, () => Plan.Cases.ToDictionary(c => c.Key, StringComparer.Ordinal)).GetValueOrDefault(key);
}
