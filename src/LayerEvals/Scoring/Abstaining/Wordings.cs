using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Abstaining;

/// <summary>The wordings of the program, from abstention-wordings.yaml, read once.</summary>
internal static class Wordings
{
    const string File = "abstention-wordings.yaml";

    static readonly Lazy<(WordingList List, MapNode Languages, StructuredNames Names)> All = new(Read);

    public static WordingList List => All.Value.List;

    /// <summary>The fields and tools that abstain by their name.</summary>
    public static StructuredNames Names => All.Value.Names;

    /// <summary>The languages that the program knows.</summary>
    public static IReadOnlyCollection<string> Languages => All.Value.List.Languages;

    /// <summary>The wordings of the program as a tree: a team's wordings can use its words.</summary>
    public static MapNode Tree => All.Value.Languages;

    static (WordingList, MapNode, StructuredNames) Read()
    {
        using var stream = typeof(Wordings).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"{File} is not in the assembly");
        using var text = new StreamReader(stream);
        var problems = new Problems();
        var file = new SourceFile(File, File, problems);
        var reader = MapReader.Of(file, YamlText.Read(file, text.ReadToEnd()), "the wordings") ?? throw new InvalidOperationException($"{File} is no map");
        var list = new WordingList();
        var languages = (MapNode)reader.Node("languages")!; // the file is ours, and a test reads it
        new WordingReader(file, list).Read(languages);
        var names = StructuredNames.Read(reader);
        reader.Close();
        problems.ThrowIfAny();
        return (list, languages, names);
    }
}
