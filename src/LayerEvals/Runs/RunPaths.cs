namespace LayerEvals.Runs;

/// <summary>The files of a run by their names.</summary>
internal sealed record RunPaths(string Path)
{
    public string Id => System.IO.Path.GetFileName(Path);

    public string Answers => File("answers.jsonl");

    public string Scores => File("scores.jsonl");

    public string Cases => File("cases.jsonl");

    public string Manifest => File("manifest.json");

    public string File(string name) => System.IO.Path.Combine(Path, name);
}
