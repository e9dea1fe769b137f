using LayerEvals.Answering;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Runs;

/// <summary>
/// Compares a side of one finished run with a side of another, in a run folder of its own: their answers, scored by the same checks of the same version, judged by the
/// gate of the second run. No model is asked.
/// </summary>
internal sealed class ComparingRuns(RunSide a, RunSide b)
{
    const string Suffix = "-compared";

    // A run's name has at most 100 letters, and this one is longer than the run's that it comes from.
    public string Name { get; } = Cut(b.Saved.Plan.Config.Name) + Suffix;

    public async Task<RunResult> CompareAsync(RunFolder folder, TimeProvider time, Func<GoldenCase, string> rerun)
    {
        var manifest = new ComparedManifest(a, b, Name, Names, Notes());
        var started = time.GetUtcNow();
        manifest.Write(folder, "comparing", started);
        WholeFile.Write(folder.Cases, stream => Copy(b.Run.Paths.Cases, stream));
        WholeFile.Write(folder.Answers, CopyAnswers);
        WholeFile.Write(folder.Scores, CopyCode);
        SavedRun.CopyHistory(b.Run.Paths, folder);
        SchemaFolder.Copy(b.Run.Paths, folder);
        await using var run = await Run.RescoreAsync(SavedRun.Read(folder.Paths), folder, time);
        var result = Finishing.Finish(run, isComplete: false, rerun);
        manifest.Write(folder, "finished", started);
        return result;
    }

    // Two configurations of one name may be two prompts: the letter says which run it is.
    string[] Names { get; } = [$"{a.Model.Name} (A)", $"{b.Model.Name} (B)"];

    static string Cut(string name) => name.Length + Suffix.Length > 100 ? name[..(100 - Suffix.Length)] : name;

    List<string> Notes()
    {
        var gate = b.Saved.Plan.Gate;
        var notes = new List<string>
        {
            $"A: {a.Origin}. B: {b.Origin}.",
            $"The gate is that of B: margin {Numerals.Plain(gate.Margin * 100)} points, guard {Numerals.Plain(gate.Guard * 100)}, confidence {Numerals.Plain(gate.Confidence * 100)} %.",
        };
        if (ManifestDifference.Of(ComparedManifest.GateOf(a), ComparedManifest.GateOf(b), "gate") is { } other) notes.Add($"The gate of A is another: {other}.");
        if (a.Run.Version != b.Run.Version) notes.Add($"A was made by LayerEvals {a.Run.Version}, B by {b.Run.Version}; both are scored again by {RunManifest.Version}.");
        return notes;
    }

    static void Copy(string path, Stream stream)
    {
        using var file = LineFile.Open(path);
        file.CopyTo(stream);
    }

    void CopyAnswers(Stream stream)
    {
        foreach (var (side, name) in new[] { (a, Names[0]), (b, Names[1]) })
        {
            var file = new SourceFile(side.Run.Paths.Answers, side.Run.Shown, new Problems());
            foreach (var line in LineFile.Read(file.Path))
                if (AnswerLine.Read(file, line.Text.Span, line.Number) is { } answer && answer.Configuration == side.Model.Name)
                    stream.Write(AnswerLine.Write(answer with { Configuration = name }));
            file.Problems.ThrowIfAny();
        }
    }

    void CopyCode(Stream stream)
    {
        foreach (var golden in b.Cases)
        {
            using var lines = new ScoreLines();
            foreach (var (side, name) in new[] { (a, Names[0]), (b, Names[1]) })
                foreach (var f in side.Saved.Code[golden.Key].Where(f => f.Side == side.Index))
                    lines.Add(golden, new Answer { Case = golden.Key, Configuration = name, Sample = f.Sample }, (f.Check, f.Layer), f.Finding, ScoreKind.Code);
            stream.Write(lines.Written);
        }
    }
}
