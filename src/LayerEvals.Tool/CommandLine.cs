using System.CommandLine;
using System.CommandLine.Help;
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
            RunCommand.Line(host, c => code = c),
            CheckCommand.Line(host, c => code = c),
            ScoreCommand.Line(host, c => code = c),
            ReportCommand.Line(host, c => code = c),
            PowerCommand.Line(host, c => code = c),
            MergeCommand.Line(host, c => code = c),
            CompareCommand.Line(host, c => code = c),
            BlessCommand.Line(host, c => code = c),
            NoiseCommand.Line(host, c => code = c),
            TwinsCommand.Line(host, c => code = c),
            LeakageCommand.Line(host, c => code = c),
            CanaryCommand.Line(host, c => code = c),
            InitCommand.Line(host, c => code = c),
        };
        var parsed = root.Parse(args);
        if (UsageText.Of(parsed) is { } wrong)
        {
            await host.Terminal.Error.WriteLineAsync(wrong);
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
}
