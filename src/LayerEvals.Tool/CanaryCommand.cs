using System.CommandLine;
using System.Globalization;
using LayerEvals.Answering;
using LayerEvals.Canaries;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Reading;

namespace LayerEvals.Tool;

/// <summary>What <c>layerevals canary</c> was asked for.</summary>
/// <param name="Side">baseline or candidate.</param>
internal sealed record CanaryRequest(string Config, string Side)
{
    public int Cases { get; init; } = 20;

    /// <summary>Whether the saved answers are replaced.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether what it may cost was agreed to beforehand.</summary>
    public bool IsAgreed { get; init; }
}

/// <summary>Asks a fixed sample of cases again and says whether a model still behaves as it did under the same name.</summary>
internal sealed class CanaryCommand(ToolHost host)
{
    /// <summary>The command as it is typed.</summary>
    public static Command Line(ToolHost host, Action<ExitCode> done)
    {
        var config = new Argument<string>("CONFIG") { Description = "The configuration file." };
        var side = CommonOptions.Side("The configuration to ask: baseline or candidate.");
        var cases = new Option<int>("--cases") { Description = "How many cases are asked when there is nothing to compare with.", DefaultValueFactory = _ => 20 };
        cases.Validators.Add(parsed =>
        {
            if (parsed.Tokens.Count == 1 && !(int.TryParse(parsed.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1000))
                parsed.AddError($"expected a whole number from 1 to 1000 for --cases, found `{Printable.Short(parsed.Tokens[0].Value, 40)}`");
        });
        var renew = new Option<bool>("--renew") { Description = "Ask twice and save anew, whatever was saved." };
        var yes = CommonOptions.Yes();
        var command = new Command("canary", "Ask a fixed sample of cases again: does the model still behave as it did under the same name? Exit codes: 0 same, 1 changed, 3 cannot say.") { config, side, cases, renew, yes };
        command.SetAction(async (parsed, cancellation) => done(await new CanaryCommand(host).RunAsync(
            new CanaryRequest(parsed.GetValue(config)!, parsed.GetValue(side)!) { Cases = parsed.GetValue(cases), IsNew = parsed.GetValue(renew), IsAgreed = parsed.GetValue(yes) }, cancellation)));
        return command;
    }

    // What fits a screen beside the verdict.
    const int MostCases = 5;

    public async Task<ExitCode> RunAsync(CanaryRequest request, CancellationToken cancellation)
    {
        var side = request.Side == "candidate" ? 1 : 0;
        // Replayed answers would be those of the other day.
        var plan = PlanReader.Read(new PlanRequest(host.At(request.Config)) { Recordings = RecordingMode.Off, Time = host.Time, Show = host.Show });
        var asking = new AskingCanary(plan, side, AttemptOf(plan, side));
        var saved = plan.Config.File.Beside($"canaries/{plan.Config.Name}-{request.Side}.jsonl") with { Problems = new Problems() };
        return request.IsNew || !File.Exists(saved.Path)
            ? await SaveAsync((plan, side, asking), saved, request, cancellation)
            : await CompareAsync((plan, side, asking), saved, request, cancellation);
    }

    Attempt AttemptOf(Plan plan, int side)
    {
        var model = plan.Config.Sides[side];
        if (model.Provider is "recorded" or "blessed")
            throw new PlanException([new Problem(ProblemIds.Canary, plan.Config.File.Shown, model.Line, $"expected a configuration that can be asked, found `{Printable.Short(model.Name, 60)}` with provider: {model.Provider}", $"write --side {(side == 0 ? "candidate" : "baseline")}, or name the model itself")]);
        var attempt = Attempts.For(plan, side, new AskingHost(host.Clients, host.Variables, host.Time));
        plan.Config.File.Problems.ThrowIfAny();
        return attempt!; // without a problem there is one
    }

    async Task<ExitCode> SaveAsync((Plan Plan, int Side, AskingCanary Asking) of, SourceFile file, CanaryRequest request, CancellationToken cancellation)
    {
        var cases = CanarySample.Of(of.Plan.Cases, request.Cases, of.Plan.Config.Seed);
        if (await RefusedAsync(of.Plan, of.Asking.Askings([.. cases, .. cases]), request, cancellation) is { } refused) return refused;
        var canary = await of.Asking.TwiceAsync(cases, Today, cancellation);
        var both = canary.Cases.Where(c => c.First.Came && c.Second.Came).ToList();
        await host.Terminal.Out.WriteLineAsync($"{Title(of.Plan, of.Side)}: {cases.Count} of {Numerals.Count(of.Plan.Cases.Count, "case")} asked twice");
        if (both.Count < cases.Count)
        {
            var error = canary.Cases.SelectMany(c => c.Answers).First(a => !a.Came).Error!;
            await host.Terminal.Out.WriteLineAsync($"Cannot say: {cases.Count - both.Count} of {Numerals.Count(cases.Count, "case")} got no answer, and nothing was saved: {Printable.Short(error, 200)}");
            return ExitCode.Incomplete;
        }
        CanaryFile.Write(canary, file.Path);
        await host.Terminal.Out.WriteLineAsync($"Cannot say yet: there was nothing to compare with. Saved {file.Shown}: {both.Count(c => ParsedAnswer.Of(c.First) == ParsedAnswer.Of(c.Second))} of {both.Count} answers were alike when asked twice. Commit it; the next canary is compared with it.");
        return ExitCode.Incomplete;
    }

    async Task<ExitCode> CompareAsync((Plan Plan, int Side, AskingCanary Asking) of, SourceFile file, CanaryRequest request, CancellationToken cancellation)
    {
        var saved = CanaryFile.Read(file);
        var cases = of.Asking.CasesOf(saved, file.Shown);
        if (await RefusedAsync(of.Plan, of.Asking.Askings(cases), request, cancellation) is { } refused) return refused;
        var now = await of.Asking.OnceAsync(cases, cancellation);
        var verdict = CanaryVerdict.Of(saved, now, of.Plan.Config.Sides[of.Side], of.Plan.Gate.MaxUnscored);
        await host.Terminal.Out.WriteLineAsync($"{Title(of.Plan, of.Side)}: {Numerals.Count(cases.Count, "case")} asked again as on {CanaryFile.Day(saved.Day)} ({file.Shown})");
        await WriteAsync(verdict, saved, now);
        return verdict.Outcome switch { CanaryOutcome.Same => ExitCode.Pass, CanaryOutcome.Changed => ExitCode.Regression, _ => ExitCode.Incomplete };
    }

    async Task WriteAsync(CanaryVerdict verdict, Canary saved, IReadOnlyDictionary<string, Answer> now)
    {
        var print = host.Terminal.Out;
        await print.WriteLineAsync($"{verdict.Outcome switch { CanaryOutcome.Same => "Same", CanaryOutcome.Changed => "Changed", _ => "Cannot say" }}: {Printable.Line(verdict.Because)}");
        var prints = now.Values.Select(a => a.Fingerprint).OfType<string>().Distinct(StringComparer.Ordinal).Except(saved.Fingerprints).Order(StringComparer.Ordinal).ToList();
        if (prints.Count > 0) await print.WriteLineAsync($"New fingerprints: {Printable.Short(string.Join(", ", prints), 200)}");
        if (verdict.Differ.Count == 0) return;
        await print.WriteLineAsync("\nAnswered otherwise:");
        foreach (var (golden, before, after) in verdict.Differ.Take(MostCases))
            await print.WriteLineAsync($"  {Printable.Line(golden)}\n    then {Printable.Short(before.Text, 120)}\n    now  {Printable.Short(after.Text, 120)}");
        if (verdict.Differ.Count > MostCases) await print.WriteLineAsync($"  and {verdict.Differ.Count - MostCases} more");
    }

    async Task<ExitCode?> RefusedAsync(Plan plan, IEnumerable<Asking> askings, CanaryRequest request, CancellationToken cancellation)
    {
        foreach (var warning in plan.Warnings) await host.Terminal.Error.WriteLineAsync(warning.ToString());
        return await new CostQuestion(host).RefusedAsync(plan.Config, ExpectedCost.Of(askings), request.IsAgreed, cancellation);
    }

    static string Title(Plan plan, int side) => $"{plan.Config.Name}: canary of {Printable.Line(plan.Config.Sides[side].Name)} ({Printable.Line(plan.Config.Sides[side].Model)})";

    DateOnly Today => DateOnly.FromDateTime(host.Time.GetUtcNow().UtcDateTime);
}
