using System.Text.RegularExpressions;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.GoldenSets;

/// <summary>Reads a golden set: YAML, or JSON Lines or CSV alone. Reports every problem and reads on.</summary>
internal static partial class GoldenSetReader
{
    /// <summary>A set that is named alone, without a configuration that could bring layers of its own; null where not even its head could be read.</summary>
    public static GoldenSet? Read(SourceFile file) => Read(file, Layers.All.Select(l => l.Id).ToHashSet(StringComparer.Ordinal));

    /// <summary>The set; null where not even its head could be read.</summary>
    public static GoldenSet? Read(SourceFile file, IReadOnlySet<string> layers)
    {
        if (IsBulk(file.Path)) return Read(file, new MapNode([new Entry("cases", new TextNode(Path.GetFileName(file.Path), 0), 0)], 0), layers);
        if (file.ReadText() is not { } text || YamlText.Read(file, text) is not { } root) return null;
        if (root.IsAbsent)
        {
            file.Error(ProblemIds.EmptySet, 0, "expected a golden set, found an empty file", "write `cases:` with at least one case");
            return null;
        }
        return root is MapNode map ? Read(file, map, layers) : Refused(file, root);
    }

    public static bool IsBulk(string path) => Path.GetExtension(path) is ".jsonl" or ".csv";

    static GoldenSet? Refused(SourceFile file, Node root)
    {
        MapReader.Of(file, root, "a golden set");
        return null;
    }

    static GoldenSet Read(SourceFile file, MapNode map, IReadOnlySet<string> layers)
    {
        var reader = new MapReader(file, map, "a golden set");
        var id = reader.Text("id") ?? Path.GetFileNameWithoutExtension(file.Path);
        if (!IsId(id)) file.Error(ProblemIds.BadId, reader.LineOf("id"), $"expected a set id of a-z, 0-9 and -, at most 100 of them, found `{Printable.Short(id, 60)}`", "write id: with such a word");
        var set = new GoldenSet
        {
            Id = id,
            Title = reader.Text("title") ?? id,
            Owner = reader.Text("owner"),
            Origin = reader.OneOf("origin", "lab", "production", "ticket-replay", "demo", "synthetic"),
            Layer = Known(reader, layers),
            Risk = reader.OneOf("risk", "standard", "high") ?? "standard",
            Prompt = reader.Text("prompt"),
            PromptLine = reader.LineOf("prompt"),
            File = new SourceFileName(file.Path, file.Shown),
        };
        var (sources, areWhole) = Documents(file, reader);
        var tools = ToolReader.ReadAll(file, reader.List("tools"));
        var checks = reader.List("checks");
        var node = reader.Node("cases");
        reader.Close();
        var written = WrittenCheck.ReadAll(file, checks, layers);
        var merging = new CheckMerging(written, reader.IsMisspelled("layer") ? layers.First() : set.Layer) { HasAllOfSet = written.Count == checks.Count && !reader.IsMisspelled("checks") };
        var cases = new CaseReader(set, sources, merging, layers)
        {
            SetTools = tools,
            HasAllDocuments = areWhole && !reader.IsMisspelled("documents"),
            HasAllTools = !reader.IsMisspelled("tools"),
        };
        if (node is not null || !reader.IsMisspelled("cases")) Cases(file, node, reader.LineOf("cases"), cases);
        return set with { Cases = cases.Close(file), Tools = tools, DocumentSources = sources.Keys.ToHashSet(StringComparer.Ordinal) };
    }

    static void Cases(SourceFile file, Node? node, int line, CaseReader cases)
    {
        switch (node)
        {
            case null:
                file.Error(ProblemIds.EmptySet, line, "expected `cases:` with at least one case, found none", "write `cases:` and under it `- id: …`, or name a .jsonl or .csv file");
                break;
            case ListNode list:
                foreach (var item in list.Items) Case(file, item, cases);
                if (list.Items.Count == 0) Cases(file, null, list.Line, cases);
                break;
            case MapNode:
                file.Error(ProblemIds.WrongKind, node.Line, "expected `cases` as a list or a file's name, found a map", "write `- ` before each case");
                break;
            default:
                Case(file, node, cases);
                break;
        }
    }

    static void Case(SourceFile file, Node item, CaseReader cases)
    {
        if (item is not TextNode name)
        {
            cases.Add(file, item);
            return;
        }
        // A set of rows alone is its own file of cases.
        var bulk = name.Line > 0 ? file.Beside(name) : file;
        if (Path.GetExtension(name.Text) is ".yaml" or ".yml")
        {
            ReadList(bulk, cases);
            return;
        }
        if (!IsBulk(name.Text))
        {
            file.Error(ProblemIds.WrongKind, item.Line, $"expected a case or the name of a .jsonl, .csv or .yaml file, found `{Printable.Short(name.Text, 80)}`", "write `- id: …`, or the file's name");
            return;
        }
        if (bulk.ReadBytes() is not { } bytes)
        {
            cases.HasAllCases = false;
            return;
        }
        var before = (Cases: cases.Count, Problems: file.Problems.Count);
        if (name.Text.EndsWith(".csv", StringComparison.Ordinal))
            foreach (var row in CsvText.Read(bulk, bytes)) cases.AddRow(bulk, row);
        else
            foreach (var value in JsonText.ReadLines(bulk, bytes)) cases.Add(bulk, value);
        if (cases.Count == before.Cases && file.Problems.Count == before.Problems)
            bulk.Error(ProblemIds.EmptySet, 0, "expected at least one case, found none", "add a case, or remove the file from `cases:`");
    }

    // A YAML file that a set names holds nothing but cases: the set's head speaks for them too.
    static void ReadList(SourceFile file, CaseReader cases)
    {
        var root = file.ReadText() is { } text ? YamlText.Read(file, text) : null;
        cases.HasAllCases &= root is ListNode;
        if (root is ListNode list)
            foreach (var item in list.Items) cases.Add(file, item);
        else if (root is not null)
            file.Error(ProblemIds.WrongKind, root.Line, $"expected a list of cases in a file that a set names, found {root.Kind}", "write `- id: …` for each case, and leave the set's own keys to the set");
    }

    // Not whole where a document could not be read: what its sources are is not known then.
    static (Dictionary<string, DocumentSource> Sources, bool AreWhole) Documents(SourceFile file, MapReader reader)
    {
        var sources = new Dictionary<string, DocumentSource>(StringComparer.Ordinal);
        var documents = reader.TextNodes("documents").Select(name => SourceDocument.Read(file.Beside(name))).ToList();
        foreach (var document in documents.OfType<IReadOnlyList<DocumentSource>>())
            foreach (var source in document)
                if (!sources.TryAdd(source.Source.Id, source))
                    file.Problems.Add(new Problem(ProblemIds.DuplicateSource, source.File, source.Line,
                        $"expected each source id once in the documents of a set, found `{Printable.Short(source.Source.Id, 60)}` again (first in {sources[source.Source.Id].File}:{sources[source.Source.Id].Line})", "give one of the headings another id"));
        return (sources, documents.TrueForAll(d => d is not null));
    }

    internal static string? Known(MapReader reader, IReadOnlySet<string> layers)
    {
        var layer = reader.Text("layer");
        if (layer is null || layers.Contains(layer)) return layer;
        reader.File.Error(ProblemIds.UnknownLayer, reader.LineOf("layer"), $"expected a layer, found `{Printable.Short(layer, 60)}`", Nearest.Advice(layer, [.. layers]));
        // Any does, so that no check misses one: the plan is refused anyway.
        return layers.First();
    }

    public static bool IsId(string id) => Id().IsMatch(id);

    [GeneratedRegex(@"\A[a-z0-9-]{1,100}\z")]
    private static partial Regex Id();
}
