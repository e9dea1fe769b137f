using LayerEvals.Planning;
using LayerEvals.Reporting;
using LayerEvals.Runs;

namespace LayerEvals.Session;

/// <summary>The plan, the run and its result while the tests of one assembly run.</summary>
internal sealed class EvalSession : IDisposable
{
    // Flows from the executor to everything it runs: two executions in one process do not meet.
    static readonly AsyncLocal<EvalSession?> Flowing = new();

    readonly EvalSettings settings;
    readonly string projectFolder;
    readonly Lock ending = new();
    Task<RunResult?>? ended;
    Dictionary<string, GoldenCase>? planned;

    EvalSession(EvalProject project, EvalSettings settings, Func<Plan, bool> isPartial)
    {
        this.settings = settings;
        projectFolder = project.Folder;
        try
        {
            PlanOrNull = PlanReader.Read(SessionPlan.Request(project, settings));
            RunOrNull = Run.Open(PlanOrNull, new RunOptions(settings.Time) { IsPartial = isPartial(PlanOrNull), Output = settings.Output is { } output ? settings.At(output) : null });
        }
        catch (PlanException e)
        {
            Refused = e;
        }
        MostRows = PlanOrNull?.Config.Limits.InFlight ?? 1;
        Slots = new SemaphoreSlim(MostRows);
    }

    public static EvalSession? Current => Flowing.Value;

    Plan? PlanOrNull { get; }

    Run? RunOrNull { get; }

    /// <summary>Why the plan was refused; null when it was not.</summary>
    public PlanException? Refused { get; }

    public Plan Plan => PlanOrNull ?? throw Refused!;

    public Run Run => RunOrNull ?? throw Refused!;

    /// <summary>How many rows run at the same time, all classes together.</summary>
    public int MostRows { get; }

    public SemaphoreSlim Slots { get; }

    /// <summary>Whether a filter or a shard left out rows: such a run decides nothing, and nobody expected it to.</summary>
    public bool IsNarrowed => Run.IsPartial || !Plan.Shard.IsWhole;

    /// <summary>The result, once the run has ended.</summary>
    public RunResult? Result { get; private set; }

    /// <summary>Why the report is not in the summary of the job; null where it is, or none was asked for.</summary>
    public string? SummaryKept { get; private set; }

    /// <summary>Starts the session that everything below this call sees. The cases that will run decide whether it is partial.</summary>
    public static EvalSession Start(EvalProject project, EvalSettings settings, Func<Plan, bool> isPartial) => Flowing.Value = new EvalSession(project, settings, isPartial);

    /// <summary>A session without the executor of this package: nobody knows which rows will run, so such a run is never gone on with.</summary>
    public static EvalSession Alone(System.Reflection.Assembly assembly) => new(EvalProject.Of(assembly), EvalSettings.Current, _ => true);

    public string Show(string path) => settings.Show(path);

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

    public void Dispose() => Slots.Dispose();

    async Task<RunResult?> EndOnceAsync(bool isComplete)
    {
        if (RunOrNull is not { } run) return null;
        await using (run)
        {
            Result = Finishing.Finish(run, isComplete, Rerun);
            settings.Reports.Enqueue(Result.ReportHtml);
            SummaryKept = await StepSummary.AppendAsync(settings.Variables(StepSummary.Variable), Result, settings.Time);
            return Result;
        }
    }

    string Rerun(GoldenCase golden)
    {
        var config = settings.Config is { } chosen ? $" --evals-config {Argument(settings.At(chosen))}" : "";
        return $"dotnet test --project {Argument(projectFolder)}{config} --filter-trait case={golden.Key}";
    }

    string Argument(string path) => Show(path) is var shown && shown.Contains(' ') ? $"\"{shown}\"" : shown;

    GoldenCase? Planned(string key) => LazyInitializer.EnsureInitialized(ref planned, () => Plan.Cases.ToDictionary(c => c.Key, StringComparer.Ordinal)).GetValueOrDefault(key);
}
