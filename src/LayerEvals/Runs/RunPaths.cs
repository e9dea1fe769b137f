namespace LayerEvals.Runs;

/// <summary>The files of a run by their names.</summary>
internal sealed record RunPaths(string Path)
{
    public string Id => System.IO.Path.GetFileName(Path);

    public string Answers => File("answers.jsonl");

    public string Scores => File("scores.jsonl");

    public string Cases => File("cases.jsonl");

    public string Manifest => File("manifest.json");

    /// <summary>The outcomes of a blessed baseline, as they were when the run began.</summary>
    public string Blessed => File("blessed.jsonl");

    /// <summary>An earlier run, as it was when this one began; numbered from 1, the oldest first.</summary>
    public string Past(int number) => File($"history-{number}.jsonl");

    public string File(string name) => System.IO.Path.Combine(Path, name);
}
