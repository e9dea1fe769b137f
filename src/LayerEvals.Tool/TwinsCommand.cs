using System.CommandLine;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;

namespace LayerEvals.Tool;

/// <summary>Makes the twins of a set's answerable cases, for the team to review and commit. Nothing is asked.</summary>
internal sealed class TwinsCommand(ToolHost host)
{
    /// <summary>The command as it is typed.</summary>
    public static Command Line(ToolHost host, Action<ExitCode> done)
    {
        var set = new Argument<string>("SET") { Description = "The golden set." };
        var to = new Option<string?>("--to") { Description = "The file to write, instead of twins/NAME.yaml beside the set." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Write over a file that is there." };
        var command = new Command("twins", "Make the twins of a set's answerable cases, without the sources that answer them, for the team to review. Nothing is asked.") { set, to, overwrite };
        command.SetAction(parsed => done(new TwinsCommand(host).Run(parsed.GetValue(set)!, parsed.GetValue(to), parsed.GetValue(overwrite))));
        return command;
    }

    public ExitCode Run(string path, string? to, bool overwrites)
    {
        var set = host.ReadSet(path);
        var twins = Twins.Of(set);
        foreach (var (golden, reason) in twins.Skipped) host.Terminal.Out.WriteLine($"skipped {golden.Id} ({Printable.Line(golden.File)}:{golden.Line}): {Printable.Line(reason)}");
        if (twins.Made.Count == 0)
        {
            host.Terminal.Out.WriteLine($"no twin to make of {Numerals.Count(twins.Skipped.Count, "answerable case")}; nothing was written");
            return ExitCode.Pass;
        }
        var beside = $"twins/{set.Id}.yaml";
        var file = host.At(to ?? Path.Combine(Path.GetDirectoryName(host.At(path))!, beside)); // a file has a folder
        if (File.Exists(file) && !overwrites)
            throw new PlanException([new Problem(ProblemIds.CannotWrite, host.Show(file), 0, "expected no file where the twins are written, found one", "it may hold reviewed twins: write elsewhere with --to, or over it with --overwrite")]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, TwinsFile.Of(twins, set));
        Report(twins, set, file, host.At(path));
        return ExitCode.Pass;
    }

    void Report(Twins twins, GoldenSet set, string file, string path)
    {
        var doubtful = twins.Made.Count(t => t.Doubts.Count > 0);
        host.Terminal.Out.WriteLine($"wrote {host.Show(file)}: {Numerals.Count(twins.Made.Count, "twin")} of {Printable.Line(set.Id)}, {twins.Skipped.Count} skipped");
        if (doubtful > 0) host.Terminal.Out.WriteLine($"{Numerals.Count(doubtful, "twin")} may still hold the answer: look for `# look at` in the file");
        var named = Path.GetRelativePath(Path.GetDirectoryName(path)!, file).Replace('\\', '/'); // a file has a folder
        host.Terminal.Out.WriteLine($"Review it, commit it, and name it under `cases:` of the set: - {Printable.Line(named)}");
    }
}
