using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Abstaining;
using LayerEvals.Scoring.Refusing;

namespace LayerEvals.Scoring.Phrasing;

/// <summary>The wordings of the program, from abstention-wordings.yaml and refusal-wordings.yaml, read once: an answer is cut into words for both.</summary>
internal static class Wordings
{
    static readonly Lazy<(WordingList List, MapNode Tree, StructuredNames Abstentions, RefusalNames Refusals)> All = new(Read);

    public static WordingList List => All.Value.List;

    /// <summary>The fields and tools that abstain by their name.</summary>
    public static StructuredNames Names => All.Value.Abstentions;

    /// <summary>The fields that refuse by their name.</summary>
    public static RefusalNames Refusals => All.Value.Refusals;

    /// <summary>The languages that the program knows.</summary>
    public static IReadOnlyCollection<string> Languages => All.Value.List.Languages;

    /// <summary>The words of the program's wordings as a tree: a team's wordings can use them.</summary>
    public static MapNode Tree => All.Value.Tree;

    static (WordingList, MapNode, StructuredNames, RefusalNames) Read()
    {
        var problems = new Problems();
        var list = new WordingList();
        var abstentions = Open("abstention-wordings.yaml", problems);
        var words = LanguagesOf(abstentions);
        new WordingReader(abstentions.File, list).Read(words);
        var names = StructuredNames.Read(abstentions);
        abstentions.Close();
        var refusals = Open("refusal-wordings.yaml", problems);
        new WordingReader(refusals.File, list).Read(LanguagesOf(refusals), words);
        var refusing = RefusalNames.Read(refusals);
        words = Joined(words, LanguagesOf(refusals));
        refusals.Close();
        problems.ThrowIfAny();
        return (list, words, names, refusing);
    }

    static MapReader Open(string name, Problems problems)
    {
        using var stream = typeof(Wordings).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly");
        using var text = new StreamReader(stream);
        var file = new SourceFile(name, name, problems);
        return MapReader.Of(file, YamlText.Read(file, text.ReadToEnd()), "the wordings") ?? throw new InvalidOperationException($"{name} is no map");
    }

    static MapNode LanguagesOf(MapReader reader) => (MapNode)reader.Node("languages")!; // the files are ours, and a test reads them

    // By language the words of both files.
    static MapNode Joined(MapNode first, MapNode second) =>
        first with { Entries = [.. first.Entries.Select(language => language with { Value = Words(language.Value, second[language.Key]) })] };

    static MapNode Words(params IEnumerable<Node?> languages)
    {
        Entry[] words = [.. languages.OfType<MapNode>().Select(language => language["words"]).OfType<MapNode>().SelectMany(map => map.Entries)];
        return new MapNode([new Entry("words", new MapNode(words, 0), 0)], 0);
    }
}
