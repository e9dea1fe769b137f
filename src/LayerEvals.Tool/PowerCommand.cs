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
