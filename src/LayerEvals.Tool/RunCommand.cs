using System.CommandLine;
using LayerEvals.Answering;
using LayerEvals.Comparing;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Runs;

namespace LayerEvals.Tool;

/// <summary>What <c>layerevals run</c> was asked for.</summary>
/// <param name="Config">The configuration; null for that of the run that is resumed.</param>
internal sealed record RunRequest(string? Config)
{
    /// <summary>The run to go on with; null for the newest unfinished one of the plan, or a new one.</summary>
    public string? Resume { get; init; }

    public IReadOnlyList<string> Cases { get; init; } = [];

    public string? Shard { get; init; }

    public string? Output { get; init; }

    /// <summary>What recordings are for; null for what the configuration says.</summary>
    public RecordingMode? Recordings { get; init; }

    /// <summary>Whether what it may cost was agreed to beforehand.</summary>
    public bool IsAgreed { get; init; }
}

/// <summary>Asks both configurations about every case, and says what came of it.</summary>
internal sealed class RunCommand(ToolHost host)
{
    /// <summary>The command as it is typed.</summary>
    public static Command Line(ToolHost host, Action<ExitCode> done)
    {
        var config = new Argument<string?>("CONFIG") { Description = "The configuration file; with --resume the run's own by default.", Arity = ArgumentArity.ZeroOrOne };
        var resume = new Option<string?>("--resume") { Description = "The folder of a run that was cut short, to go on with; by default the newest one of the plan." };
        var cases = new Option<string[]>("--case") { Description = "Ask only this case, `set/id` or `id`; can be given several times.", AllowMultipleArgumentsPerToken = true };
        var shard = new Option<string?>("--shard") { Description = "Ask one slice of the plan, such as 2/4." };
        var output = new Option<string?>("--output") { Description = "The folder for run folders, instead of the configuration's." };
        var recordings = new Option<string?>("--recordings") { Description = "What recordings are for, instead of the configuration's mode: off, auto, record or replay." };
        recordings.AcceptOnlyFromAmong(RecordingSettings.Words);
        var yes = CommonOptions.Yes();
        var command = new Command("run", "Ask both configurations, score, compare, report.") { config, resume, cases, shard, output, recordings, yes };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetResult(config)?.Tokens.Count is null or 0 && parsed.GetResult(resume) is null) parsed.AddError("expected CONFIG, or --resume RUN, found neither");
            if (parsed.GetResult(resume) is not null && parsed.GetResult(cases) is not null) parsed.AddError("expected --resume or --case, found both");
        });
        command.SetAction(async (parsed, cancellation) => done(await new RunCommand(host).RunAsync(
            new RunRequest(parsed.GetValue(config)) { Resume = parsed.GetValue(resume), Cases = parsed.GetValue(cases) ?? [], Shard = parsed.GetValue(shard), Output = parsed.GetValue(output), Recordings = RecordingSettings.Parse(parsed.GetValue(recordings)), IsAgreed = parsed.GetValue(yes) }, cancellation)));
        return command;
    }

    public async Task<ExitCode> RunAsync(RunRequest request, CancellationToken cancellation)
    {
        var started = request.Resume is { } named ? StartedRun.Open(host, named) : null;
        var config = request.Config ?? started!.Config; // the command line demands one of them
        var plan = PlanReader.Read(new PlanRequest(host.At(config))
        {
            Shard = ShardOf(request.Shard ?? started?.Shard),
            Recordings = request.Recordings,
            Clients = host.Clients,
            Environment = host.Variables,
            Time = host.Time,
            Show = host.Show,
        });
        var asked = Selected(plan, request.Cases);
        var isPartial = asked.Count < plan.Cases.Count;
        var resumed = request.Resume is { } folder ? host.At(folder) : null;
        var output = request.Output is { } wanted ? host.At(wanted) : Path.GetDirectoryName(resumed) ?? plan.Config.Output;
        var cost = ExpectedCost.Of(plan, asked, isPartial ? _ => false : Answered.Of(plan, output));
        if (await new CostQuestion(host).RefusedAsync(plan.Config, cost, request.IsAgreed, cancellation) is { } refused) return refused;
        await using var run = Run.Open(plan, new RunOptions(host.Time) { IsPartial = isPartial, Output = output, Resume = resumed });
        // Some cases alone decide nothing: no look is taken of them.
        var looks = request.Cases.Count == 0 ? plan.Gate.Looks : 1;
        var result = await new WatchedRun(host, run, config).EndAsync(Title(plan.Config, asked.Count, looks), asked.Count,
            () => looks > 1 ? AskingInLooks.AskAsync(run, cancellation) : run.AskAllAsync(asked, cancellation));
        return ResultText.CodeOf(result.Comparison);
    }

    static Shard ShardOf(string? text)
    {
        if (text is null) return Shard.Whole;
        return Shard.Parse(text) ?? throw new PlanException([new Problem(ProblemIds.BadShard, "--shard", 0, $"expected a slice such as 2/4, found `{Printable.Short(text, 40)}`", "write the number of the slice, /, and how many there are")]);
    }

    static IReadOnlyList<GoldenCase> Selected(Plan plan, IReadOnlyList<string> names)
    {
        if (names.Count == 0) return plan.AskingOrder();
        var keys = CaseKeys.Of(plan.Sets);
        var problems = names.Where(n => keys.GetValueOrDefault(n) is null).Select(n => new Problem(ProblemIds.NoSuchCase, "--case", 0,
            keys.ContainsKey(n) ? $"expected one case with the id `{Printable.Short(n, 80)}`, found several sets that have it" : $"expected a case of the plan, found `{Printable.Short(n, 80)}`",
            keys.ContainsKey(n) ? "write set/id" : Nearest.To(n, keys.Keys) is { } near ? $"write `{near}`" : "see the ids with `layerevals check --resolved`")).ToList();
        if (problems.Count > 0) throw new PlanException(problems);
        var wanted = names.Select(n => keys[n]).ToHashSet(StringComparer.Ordinal);
        return [.. plan.Cases.Where(c => wanted.Contains(c.Key))];
    }

    static string Title(EvalConfig config, int cases, int looks)
    {
        var samples = config.Samples == 1 ? "" : $", {config.Samples} samples each";
        var inLooks = looks == 1 ? "" : $", in at most {looks} looks";
        return $"{config.Name}: {Numerals.Count(cases, "case")} x 2 configurations{samples}{inLooks}: {config.Baseline.Name} ({Printable.Line(config.Baseline.Model)}) against {config.Candidate.Name} ({Printable.Line(config.Candidate.Model)})";
    }
}
