using LayerEvals.Answering;
using LayerEvals.Comparing;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Runs;

namespace LayerEvals.Tool;

/// <summary>What <c>layerevals run</c> was asked for.</summary>
internal sealed record RunRequest(string Config)
{
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
    public async Task<ExitCode> RunAsync(RunRequest request, CancellationToken cancellation)
    {
        var plan = PlanReader.Read(new PlanRequest(host.At(request.Config))
        {
            Shard = ShardOf(request.Shard),
            Recordings = request.Recordings,
            Clients = host.Clients,
            Time = host.Time,
            Show = host.Show,
        });
        var asked = Selected(plan, request.Cases);
        var isPartial = asked.Count < plan.Cases.Count;
        var output = request.Output is { } named ? host.At(named) : plan.Config.Output;
        var cost = ExpectedCost.Of(plan, asked, isPartial ? _ => false : Answered.Of(plan, output));
        if (await new CostQuestion(host).AgreedAsync(plan.Config, cost, request.IsAgreed, cancellation) is var agreed and not true)
            return agreed is null ? ExitCode.BadInput : ExitCode.Incomplete;
        await using var run = Run.Open(plan, new RunOptions(host.Time) { IsPartial = isPartial, Output = output });
        foreach (var warning in plan.Warnings) await host.Terminal.Error.WriteLineAsync(warning.ToString());
        // Some cases alone decide nothing: no look is taken of them.
        var looks = request.Cases.Count == 0 ? plan.Gate.Looks : 1;
        await SayWhatRunsAsync(run, asked.Count, looks);

        var isComplete = await AskAllAsync(run, asked, looks, cancellation);
        var config = host.Show(request.Config);
        var result = Finishing.Finish(run, isComplete, golden => $"layerevals run {config} --case {golden.Key}");
        await new ResultText(host).WriteAsync(plan.Config, result);
        if (!isComplete) await host.Terminal.Out.WriteLineAsync("Stopped before the end; the same command goes on with the run.");
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

    async Task SayWhatRunsAsync(Run run, int cases, int looks)
    {
        var config = run.Plan.Config;
        var samples = config.Samples == 1 ? "" : $", {config.Samples} samples each";
        var inLooks = looks == 1 ? "" : $", in at most {looks} looks";
        await host.Terminal.Out.WriteLineAsync($"{config.Name}: {Numerals.Count(cases, "case")} x 2 configurations{samples}{inLooks}: {config.Baseline.Name} ({Printable.Line(config.Baseline.Model)}) against {config.Candidate.Name} ({Printable.Line(config.Candidate.Model)})");
        if (run.Folder.IsResumed) await host.Terminal.Out.WriteLineAsync($"Going on with {host.Show(run.Folder.Path)}: {Numerals.Count(run.Recovered, "answer")} already recorded.");
    }

    async Task<bool> AskAllAsync(Run run, IReadOnlyList<GoldenCase> cases, int looks, CancellationToken cancellation)
    {
        await using var progress = Progress.Start(host.Terminal, cases.Count, () => run.CasesDone, host.Time);
        return looks > 1 ? await AskingInLooks.AskAsync(run, cancellation) : await run.AskAllAsync(cases, cancellation);
    }
}
