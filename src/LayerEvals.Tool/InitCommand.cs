using System.CommandLine;
using LayerEvals.Diagnostics;
using LayerEvals.Runs;

namespace LayerEvals.Tool;

/// <summary>Writes a small suite that works as it is: test project, golden set, documents, prompts, configuration.</summary>
internal sealed class InitCommand(ToolHost host)
{
    /// <summary>The command as it is typed.</summary>
    public static Command Line(ToolHost host, Action<ExitCode> done)
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder that does not exist or is empty." };
        var command = new Command("init", "Write a small working suite: test project, golden set, configuration.") { folder };
        command.SetAction(parsed => done(new InitCommand(host).Run(parsed.GetValue(folder)!)));
        return command;
    }

    const string Prefix = "template/";

    // What a build would take for its own bears this ending among the resources.
    const string Ending = ".template";

    public ExitCode Run(string path)
    {
        var folder = host.At(path);
        if (File.Exists(folder) || Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new PlanException([new Problem(ProblemIds.CannotWrite, host.Show(path), 0, "expected a folder that does not exist or is empty, found something in its place", "name another folder; nothing was written")]);
        var assembly = typeof(InitCommand).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            var file = name[Prefix.Length..];
            var target = Path.Combine(folder, file.EndsWith(Ending, StringComparison.Ordinal) ? file[..^Ending.Length] : file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, reader.ReadToEnd().Replace("$LAYEREVALS_VERSION$", RunManifest.Version, StringComparison.Ordinal));
            host.Terminal.Out.WriteLine($"wrote {host.Show(target)}");
        }
        host.Terminal.Out.WriteLine($"\nRun it there: cd {host.Show(path)}, then dotnet test");
        return ExitCode.Pass;
    }
}
