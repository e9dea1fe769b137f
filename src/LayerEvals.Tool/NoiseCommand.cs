using System.CommandLine;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Runs;

namespace LayerEvals.Tool;

/// <summary>What <c>layerevals noise</c> was asked for.</summary>
/// <param name="Side">baseline or candidate.</param>
internal sealed record NoiseRequest(string Config, string Side)
{
    public string? Output { get; init; }

    /// <summary>Whether what it may cost was agreed to beforehand.</summary>
    public bool IsAgreed { get; init; }
}

/// <summary>Asks one configuration twice (A/A) and says what changes although nothing changed.</summary>
internal sealed class NoiseCommand(ToolHost host)
{
    /// <summary>The command as it is typed.</summary>
    public static Command Line(ToolHost host, Action<ExitCode> done)
    {
        var config = new Argument<string>("CONFIG") { Description = "The configuration file." };
        var side = CommonOptions.Side("The configuration to ask twice: baseline or candidate.");
        var output = new Option<string?>("--output") { Description = "The folder for run folders, instead of the configuration's." };
        var yes = CommonOptions.Yes();
        var command = new Command("noise", "Ask one configuration twice (A/A): what changes although nothing changed, and how often the gate would raise a false alarm.") { config, side, output, yes };
        command.SetAction(async (parsed, cancellation) => done(await new NoiseCommand(host).RunAsync(
            new NoiseRequest(parsed.GetValue(config)!, parsed.GetValue(side)!) { Output = parsed.GetValue(output), IsAgreed = parsed.GetValue(yes) }, cancellation)));
        return command;
    }

    public async Task<ExitCode> RunAsync(NoiseRequest request, CancellationToken cancellation)
    {
        var (config, side) = (request.Config, request.Side);
        var plan = await AskedTwicePlan.OfAsync(PlanReader.Read(new PlanRequest(host.At(config)) { Clients = host.Clients, Environment = host.Variables, Time = host.Time, Show = host.Show }), side == "candidate" ? 1 : 0, cancellation);
        var folder = request.Output is { } named ? host.At(named) : plan.Config.Output;
        if (await new CostQuestion(host).RefusedAsync(plan.Config, ExpectedCost.Of(plan, plan.Cases, Answered.Of(plan, folder)), request.IsAgreed, cancellation) is { } refused) return refused;
        await using var run = Run.Open(plan, new RunOptions(host.Time) { Output = folder });
        var model = plan.Config.Baseline;
        var title = $"{plan.Config.Name}: {Numerals.Count(plan.Cases.Count, "case")} asked twice, {Numerals.Count(plan.Config.Samples, "sample")} each time: {Printable.Line(model.Name)} ({Printable.Line(model.Model)})";
        var result = await new WatchedRun(host, run, config).EndAsync(title, plan.Cases.Count, () => run.AskAllAsync(plan.AskingOrder(), cancellation));
        // A measurement, not a gate: whatever it measured, it was measured.
        return result.Comparison.IsJudged ? ExitCode.Pass : ExitCode.Incomplete;
    }
}
