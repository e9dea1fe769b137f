using System.CommandLine;
using LayerEvals.Comparing;
using LayerEvals.Planning;
using LayerEvals.Runs;

namespace LayerEvals.Tool;

/// <summary>What <c>layerevals power</c> was asked for. Percents, as they are typed.</summary>
internal sealed record PowerRequest(string Config)
{
    /// <summary>The share of cases that change although nothing did; 5 by default.</summary>
    public double? Discordance { get; init; }

    /// <summary>A run to take the discordance from.</summary>
    public string? From { get; init; }

    public double Power { get; init; } = 80;

    public bool IsJson { get; init; }
}

/// <summary>Says before anything is paid for what a plan can show: per layer the drop it would see, the drop it could rule out, and what more would cost.</summary>
internal sealed class PowerCommand(ToolHost host)
{
    /// <summary>The command as it is typed.</summary>
    public static Command Line(ToolHost host, Action<ExitCode> done)
    {
        var config = new Argument<string>("CONFIG") { Description = "The configuration file." };
        var discordance = CommonOptions.Percent("--discordance", "The percent of cases that change although nothing did; 5 by default.", 0, 90);
        var from = new Option<string?>("--from") { Description = "A run to take that percent from, instead." };
        var power = CommonOptions.Percent("--power", "The chance in percent that is asked for; 80 by default.", 50, 99.9);
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("power", "Say what a plan can show, and what more cases would cost; nothing is asked.") { config, discordance, from, power, json };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetResult(discordance) is not null && parsed.GetResult(from) is not null) parsed.AddError("expected --discordance or --from, found both");
        });
        command.SetAction(async (parsed, _) => done(await new PowerCommand(host).RunAsync(
            new PowerRequest(parsed.GetValue(config)!) { Discordance = parsed.GetValue(discordance), From = parsed.GetValue(from), Power = parsed.GetValue(power) ?? 80, IsJson = parsed.GetValue(json) })));
        return command;
    }

    public async Task<ExitCode> RunAsync(PowerRequest request)
    {
        var plan = PlanReader.Read(new PlanRequest(host.At(request.Config)) { Time = host.Time, Show = host.Show });
        var observed = request.From is { } run ? ObservedDiscordance.Of(host.At(run), host.Show(run)) : null;
        var discordance = observed?.Share ?? (request.Discordance ?? 5) / 100;
        var assumed = new PowerAssumption(discordance, request.Power / 100, plan.Config.Samples);
        var table = PowerTable.Of(LayerSizes.Of(plan), plan.Cases.Count(c => c.Checks.Items.Count > 0), (plan.Gate, assumed));
        var planned = new PlannedPower(plan, table, CostEstimate.Of(plan), observed?.Why ?? (request.Discordance is null ? "assumed; --from RUN takes it from a run" : "as given"));
        if (request.IsJson) await host.Terminal.Out.WriteLineAsync(PowerJson.Of(planned));
        else await new PowerText(host).WriteAsync(planned);
        return ExitCode.Pass;
    }
}

/// <summary>What a plan can show, and what it costs.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Table">What it can show.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Why">Where the assumed discordance comes from.</param>
internal sealed record PlannedPower(Plan Plan, PowerTable Table, CostEstimate Cost, string Why)
{
    /// <summary>How many clusters the cases stand in; null where none declares one.</summary>
    public int? Clusters => Plan.Cases.Any(c => c.Cluster is not null) ? Plan.Cases.Select(c => c.Cluster is { } cluster ? $"{c.Set}\n{cluster}" : c.Key).Distinct(StringComparer.Ordinal).Count() : null;
}
