using System.CommandLine;
using System.Text;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Reporting.SeveralRuns;
using LayerEvals.Runs;

namespace LayerEvals.Tool;

/// <summary>Makes the reports of a run again from its folder, or puts several runs side by side: nothing is asked and nothing scored.</summary>
internal sealed class ReportCommand(ToolHost host)
{
    /// <summary>The command as it is typed.</summary>
    public static Command Line(ToolHost host, Action<ExitCode> done)
    {
        var runs = new Argument<string[]>("RUN") { Description = "The folder of a run that ended, or of several to put side by side.", Arity = ArgumentArity.OneOrMore };
        var file = new Option<string?>("--out") { Description = "Where the page goes, .html or .md. Of one run: a copy; its folder has all reports. Of several it is needed." };
        file.Validators.Add(parsed =>
        {
            if (parsed.Tokens.Count == 1 && Path.GetExtension(parsed.Tokens[0].Value) is not (".html" or ".md"))
                parsed.AddError($"expected a name that ends in .html or .md for --out, found `{Printable.Short(parsed.Tokens[0].Value, 80)}`");
        });
        var command = new Command("report", "Write the reports of a run again, or one page of several runs; nothing is asked and nothing scored. Exit code 0 when written.") { runs, file };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetResult(runs) is { Tokens.Count: > 1 } && parsed.GetResult(file) is null) parsed.AddError("expected --out FILE for the page of several runs, found none");
        });
        command.SetAction(async (parsed, _) => done(await new ReportCommand(host).RunAsync(parsed.GetValue(runs)!, parsed.GetValue(file))));
        return command;
    }

    public async Task<ExitCode> RunAsync(IReadOnlyList<string> runs, string? file)
    {
        if (runs.Count > 1) await SideBySideAsync(runs, host.At(file!)); // the command asks for it
        else await AgainAsync(runs[0], file is null ? null : host.At(file));
        return ExitCode.Pass;
    }

    async Task AgainAsync(string path, string? file)
    {
        FinishedRun.Open(host.At(path), host.Show(path), takesPartial: true);
        using var folder = RunFolder.Existing(host.At(path));
        var saved = SavedRun.Read(folder.Paths);
        await using var run = await Run.ReopenAsync(saved, folder, host.Time);
        var result = Finishing.Finish(run, isComplete: false, saved.Rerun);
        if (file is not null) File.Copy(IsMarkdown(file) ? result.ReportMarkdown : result.ReportHtml, file, overwrite: true);
        await host.Terminal.Out.WriteLineAsync($"wrote {host.Show(file ?? result.ReportHtml)}");
    }

    async Task SideBySideAsync(IReadOnlyList<string> paths, string file)
    {
        var runs = paths.Select(path => ToldRun.Read(host.At(path), host.Show(path))).ToList();
        var told = new ToldRuns(runs, runs.ConvertAll(run => Link(file, run)));
        WholeFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(IsMarkdown(file) ? RunsMarkdown.Of(told) : RunsPage.Of(told))));
        foreach (var sentence in told.Comparable()) await host.Terminal.Out.WriteLineAsync(Printable.Line(sentence));
        await host.Terminal.Out.WriteLineAsync($"wrote {host.Show(file)}");
    }

    // As an address: a folder's name may hold what would end a link.
    static string Link(string file, ToldRun run) =>
        string.Join('/', Path.GetRelativePath(Path.GetDirectoryName(file) ?? "", run.Run.Paths.File("report.html")).Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    static bool IsMarkdown(string file) => Path.GetExtension(file) == ".md";
}
