using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;

namespace LayerEvals.Tool;

/// <summary>The commands, and what each exit code means.</summary>
internal static class CommandLine
{
    const string Codes = "Exit codes: 0 pass, 1 regression, 2 not decided, 3 incomplete or not comparable, 4 bad input or usage, 5 a fault of ours.";

    public static async Task<ExitCode> InvokeAsync(string[] args, ToolHost host, CancellationToken cancellation = default)
    {
        var code = ExitCode.Pass;
        // Not a RootCommand: it would be named after the file that was started, and the reader types layerevals.
        var root = new Command("layerevals", $"Side-by-side evals of two model configurations, with a verdict per layer. {Codes}")
        {
            new HelpOption(),
            new VersionOption(),
            Run(host, c => code = c),
            Check(host, c => code = c),
            Score(host, c => code = c),
            Power(host, c => code = c),
            Merge(host, c => code = c),
            Compare(host, c => code = c),
            Bless(host, c => code = c),
            Noise(host, c => code = c),
            Twins(host, c => code = c),
            Canary(host, c => code = c),
            Init(host, c => code = c),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await host.Terminal.Error.WriteLineAsync($"layerevals: {Printable.Line(error.Message)}");
            await host.Terminal.Error.WriteLineAsync("    see `layerevals --help`, or `layerevals COMMAND --help`");
            return ExitCode.BadInput;
        }
        // The library's own codes are not ours: a command sets its code itself, and 1 from the library would read as a regression.
        var configuration = new InvocationConfiguration { Output = host.Terminal.Out, Error = host.Terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            await parsed.InvokeAsync(configuration, cancellation);
            return code;
        }
        catch (PlanException e)
        {
            await host.Terminal.Error.WriteLineAsync(e.Message);
            return ExitCode.BadInput;
        }
        catch (NotComparableException e)
        {
            await host.Terminal.Error.WriteLineAsync(e.Message);
            return ExitCode.Incomplete;
        }
        catch (OperationCanceledException)
        {
            await host.Terminal.Error.WriteLineAsync("layerevals: stopped; the same command goes on with the run");
            return ExitCode.Incomplete;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await host.Terminal.Error.WriteLineAsync($"layerevals: the run could not be written: {Printable.Line(e.Message)}\n    make room or mend the permissions; the same command goes on with the run");
            return ExitCode.Incomplete;
        }
        // The entry point's catch-all: a fault of ours is said as one, in a line, and has an exit code of its own.
        catch (Exception e)
        {
            await host.Terminal.Error.WriteLineAsync($"layerevals: a fault of ours: {e.GetType().Name}: {Printable.Line(e.Message)}\n    at {Printable.Line(e.StackTrace?.Split((char)10).FirstOrDefault()?.Trim() ?? "an unknown place")}; report it with the command that you gave");
            return ExitCode.Fault;
        }
    }

    static Command Run(ToolHost host, Action<ExitCode> done)
    {
        var config = new Argument<string>("CONFIG") { Description = "The configuration file." };
        var cases = new Option<string[]>("--case") { Description = "Ask only this case, `set/id` or `id`; can be given several times.", AllowMultipleArgumentsPerToken = true };
        var shard = new Option<string?>("--shard") { Description = "Ask one slice of the plan, such as 2/4." };
        var output = new Option<string?>("--output") { Description = "The folder for run folders, instead of the configuration's." };
        var recordings = new Option<string?>("--recordings") { Description = "What recordings are for, instead of the configuration's mode: off, auto, record or replay." };
        recordings.AcceptOnlyFromAmong(RecordingSettings.Words);
        var yes = Yes();
        var command = new Command("run", "Ask both configurations, score, compare, report.") { config, cases, shard, output, recordings, yes };
        command.SetAction(async (parsed, cancellation) => done(await new RunCommand(host).RunAsync(
            new RunRequest(parsed.GetValue(config)!) { Cases = parsed.GetValue(cases) ?? [], Shard = parsed.GetValue(shard), Output = parsed.GetValue(output), Recordings = RecordingSettings.Parse(parsed.GetValue(recordings)), IsAgreed = parsed.GetValue(yes) }, cancellation)));
        return command;
    }

    static Option<bool> Yes() => new("--yes") { Description = "Ask without a question, whatever it is expected to cost." };

    static Command Check(ToolHost host, Action<ExitCode> done)
    {
        var files = new Argument<string[]>("FILE") { Description = "Golden sets and configurations.", Arity = ArgumentArity.OneOrMore };
        var resolved = new Option<bool>("--resolved") { Description = "Print each case's effective checks and layers." };
        var command = new Command("check", "Find every problem in golden sets and configurations; nothing is asked.") { files, resolved };
        command.SetAction(parsed => done(new CheckCommand(host).Run(parsed.GetValue(files)!, parsed.GetValue(resolved))));
        return command;
    }

    static Command Score(ToolHost host, Action<ExitCode> done)
    {
        var folder = new Argument<string>("RUN") { Description = "The folder of a run." };
        var command = new Command("score", "Score the recorded answers of a run again; no model is asked.") { folder };
        command.SetAction(async (parsed, _) => done(await new ScoreCommand(host).RunAsync(parsed.GetValue(folder)!)));
        return command;
    }

    static Command Power(ToolHost host, Action<ExitCode> done)
    {
        var config = new Argument<string>("CONFIG") { Description = "The configuration file." };
        var discordance = Percent("--discordance", "The percent of cases that change although nothing did; 5 by default.", 0, 90);
        var from = new Option<string?>("--from") { Description = "A run to take that percent from, instead." };
        var power = Percent("--power", "The chance in percent that is asked for; 80 by default.", 50, 99.9);
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

    // The library would read 5,5 as 55.
    static Option<double?> Percent(string name, string description, double least, double most) => new(name)
    {
        Description = description,
        CustomParser = typed =>
        {
            var text = typed.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent >= least && percent <= most) return percent;
            typed.AddError($"expected a number from {Numerals.Plain(least)} to {Numerals.Plain(most)} for {name}, found `{Printable.Short(text, 40)}`");
            return null;
        },
    };

    static Command Merge(ToolHost host, Action<ExitCode> done)
    {
        var runs = new Argument<string[]>("RUN") { Description = "The folders of all shards of one plan, in any order.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--output") { Description = "The folder for the merged run's folder, instead of the configuration's." };
        var command = new Command("merge", "Join the shards of a plan (`run --shard`) into one run and judge the whole; no model is asked.") { runs, output };
        command.SetAction(async (parsed, _) => done(await new MergeCommand(host).RunAsync(parsed.GetValue(runs)!, parsed.GetValue(output))));
        return command;
    }

    static Command Compare(ToolHost host, Action<ExitCode> done)
    {
        const string Sides = "baseline, candidate, or a configuration's name.";
        var runA = new Argument<string>("RUN_A") { Description = "The folder of the older run." };
        var runB = new Argument<string>("RUN_B") { Description = "The folder of the newer run. Its configuration's gate judges." };
        var sideA = new Option<string>("--side-a") { Description = $"The side of RUN_A that is the old one: {Sides}", DefaultValueFactory = _ => "candidate" };
        var sideB = new Option<string>("--side-b") { Description = $"The side of RUN_B that is the new one: {Sides}", DefaultValueFactory = _ => "candidate" };
        var output = new Option<string?>("--output") { Description = "The folder for the comparison's folder, instead of the configuration's." };
        var command = new Command("compare", "Compare a side of a finished run with a side of another, by default candidate with candidate; no model is asked.") { runA, runB, sideA, sideB, output };
        command.SetAction(async (parsed, _) => done(await new CompareCommand(host).RunAsync(
            new CompareRequest(parsed.GetValue(runA)!, parsed.GetValue(runB)!) { SideA = parsed.GetValue(sideA)!, SideB = parsed.GetValue(sideB)!, Output = parsed.GetValue(output) })));
        return command;
    }

    static Command Bless(ToolHost host, Action<ExitCode> done)
    {
        var folder = new Argument<string>("RUN") { Description = "The folder of a finished run." };
        var side = new Option<string>("--side") { Description = "baseline, candidate, or a configuration's name.", DefaultValueFactory = _ => "candidate" };
        var to = new Option<string?>("--to") { Description = "The file to write, instead of baselines/NAME.jsonl beside the configuration." };
        var command = new Command("bless", "Write a side's outcomes into a file that is reviewed and kept: the baseline when its model can no longer be asked.") { folder, side, to };
        command.SetAction(async (parsed, _) => done(await new BlessCommand(host).RunAsync(parsed.GetValue(folder)!, parsed.GetValue(side)!, parsed.GetValue(to))));
        return command;
    }

    static Command Noise(ToolHost host, Action<ExitCode> done)
    {
        var config = new Argument<string>("CONFIG") { Description = "The configuration file." };
        var side = new Option<string>("--side") { Description = "The configuration to ask twice: baseline or candidate.", DefaultValueFactory = _ => "baseline" };
        side.AcceptOnlyFromAmong("baseline", "candidate");
        var output = new Option<string?>("--output") { Description = "The folder for run folders, instead of the configuration's." };
        var yes = Yes();
        var command = new Command("noise", "Ask one configuration twice (A/A): what changes although nothing changed, and how often the gate would raise a false alarm.") { config, side, output, yes };
        command.SetAction(async (parsed, cancellation) => done(await new NoiseCommand(host).RunAsync(
            new NoiseRequest(parsed.GetValue(config)!, parsed.GetValue(side)!) { Output = parsed.GetValue(output), IsAgreed = parsed.GetValue(yes) }, cancellation)));
        return command;
    }

    static Command Canary(ToolHost host, Action<ExitCode> done)
    {
        var config = new Argument<string>("CONFIG") { Description = "The configuration file." };
        var side = new Option<string>("--side") { Description = "The configuration to ask: baseline or candidate.", DefaultValueFactory = _ => "baseline" };
        side.AcceptOnlyFromAmong("baseline", "candidate");
        var cases = new Option<int>("--cases") { Description = "How many cases are asked when there is nothing to compare with.", DefaultValueFactory = _ => 20 };
        cases.Validators.Add(parsed =>
        {
            if (parsed.Tokens.Count == 1 && !(int.TryParse(parsed.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1000))
                parsed.AddError($"expected a whole number from 1 to 1000 for --cases, found `{Printable.Short(parsed.Tokens[0].Value, 40)}`");
        });
        var renew = new Option<bool>("--renew") { Description = "Ask twice and save anew, whatever was saved." };
        var yes = Yes();
        var command = new Command("canary", "Ask a fixed sample of cases again: does the model still behave as it did under the same name? Exit codes: 0 same, 1 changed, 3 cannot say.") { config, side, cases, renew, yes };
        command.SetAction(async (parsed, cancellation) => done(await new CanaryCommand(host).RunAsync(
            new CanaryRequest(parsed.GetValue(config)!, parsed.GetValue(side)!) { Cases = parsed.GetValue(cases), IsNew = parsed.GetValue(renew), IsAgreed = parsed.GetValue(yes) }, cancellation)));
        return command;
    }

    static Command Twins(ToolHost host, Action<ExitCode> done)
    {
        var set = new Argument<string>("SET") { Description = "The golden set." };
        var to = new Option<string?>("--to") { Description = "The file to write, instead of twins/NAME.yaml beside the set." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Write over a file that is there." };
        var command = new Command("twins", "Make the twins of a set's answerable cases, without the sources that answer them, for the team to review. Nothing is asked.") { set, to, overwrite };
        command.SetAction(parsed => done(new TwinsCommand(host).Run(parsed.GetValue(set)!, parsed.GetValue(to), parsed.GetValue(overwrite))));
        return command;
    }

    static Command Init(ToolHost host, Action<ExitCode> done)
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder that does not exist or is empty." };
        var command = new Command("init", "Write a small working suite: test project, golden set, configuration.") { folder };
        command.SetAction(parsed => done(new InitCommand(host).Run(parsed.GetValue(folder)!)));
        return command;
    }
}
