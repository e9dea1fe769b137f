using System.CommandLine;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Planning;
using LayerEvals.Reading;

namespace LayerEvals.Tool;

/// <summary>Finds every problem in golden sets and configurations. Nothing is asked.</summary>
internal sealed class CheckCommand(ToolHost host)
{
    /// <summary>The command as it is typed.</summary>
    public static Command Line(ToolHost host, Action<ExitCode> done)
    {
        var files = new Argument<string[]>("FILE") { Description = "Golden sets and configurations.", Arity = ArgumentArity.OneOrMore };
        var resolved = new Option<bool>("--resolved") { Description = "Print each case's effective checks and layers." };
        var command = new Command("check", "Find every problem in golden sets and configurations; nothing is asked.") { files, resolved };
        command.SetAction(parsed => done(new CheckCommand(host).Run(parsed.GetValue(files)!, parsed.GetValue(resolved))));
        return command;
    }

    public ExitCode Run(IReadOnlyList<string> paths, bool prints)
    {
        var problems = new Problems();
        var cases = new List<GoldenCase>();
        foreach (var path in paths) cases.AddRange(Check(path, problems));
        var found = problems.InOrder;
        foreach (var problem in found.Take(PlanException.Shown)) (problem.Severity == Severity.Error ? host.Terminal.Error : host.Terminal.Out).WriteLine(problem);
        if (found.Count > PlanException.Shown) host.Terminal.Error.WriteLine($"and {found.Count - PlanException.Shown} more: mend these first");
        if (prints)
            foreach (var golden in cases) Print(golden);
        var errors = found.Count(p => p.Severity == Severity.Error);
        var warnings = found.Count - errors;
        host.Terminal.Out.WriteLine($"{Numerals.Count(paths.Count, "file")}, {Numerals.Count(cases.Count, "case")}: {Numerals.Count(errors, "problem")}, {Numerals.Count(warnings, "warning")}");
        return errors == 0 ? ExitCode.Pass : ExitCode.BadInput;
    }

    IReadOnlyList<GoldenCase> Check(string path, Problems problems)
    {
        var file = new SourceFile(host.At(path), host.Show(path), problems);
        if (IsConfiguration(file))
            return PlanReader.Read(new PlanRequest(file.Path) { Time = host.Time, Show = host.Show }, problems)?.Cases ?? [];
        return GoldenSetReader.Read(file)?.Cases ?? [];
    }

    // A file says what it is by its keys; its problems are reported by the reader that it goes to.
    static bool IsConfiguration(SourceFile file)
    {
        if (GoldenSetReader.IsBulk(file.Path)) return false;
        var silent = file with { Problems = new Problems() };
        return silent.ReadText() is { } text && YamlText.Read(silent, text) is MapNode map && map["cases"] is null && (map["models"] ?? map["baseline"] ?? map["candidate"] ?? map["golden"]) is not null;
    }

    void Print(GoldenCase golden)
    {
        host.Terminal.Out.WriteLine($"{golden.Key} ({Printable.Line(golden.File)}:{golden.Line})");
        foreach (var check in golden.Checks.Items)
            host.Terminal.Out.WriteLine($"  {check.Layer,-14} {Printable.Line(check.Id)}{(check.Id == check.Type.Name ? "" : $" [{check.Type.Name}]")} {Printable.Short(check.Settings.Canonical(), 200)}");
    }
}
