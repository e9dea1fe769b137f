using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Reading;
using LayerEvals.Scoring;

namespace LayerEvals.GoldenSets;

/// <summary>Reads the cases of one set, whatever format each stands in.</summary>
internal sealed class CaseReader(GoldenSet set, IReadOnlyDictionary<string, DocumentSource> documents, CheckMerging checks, IReadOnlySet<string> layers)
{
    static readonly string[] Columns = ["id", "input", "expect", "answerable", "sources", "tags", "cluster", "twin-of", "split", "must"];

    readonly IReadOnlyCollection<string> sourceIds = [.. documents.Keys];
    readonly Dictionary<string, string> places = new(StringComparer.Ordinal);
    readonly List<GoldenCase> read = [];
    readonly ToolChecks tools = new();
    // The cases whose `answerable` is written, and cannot be read.
    readonly HashSet<string> unclear = new(StringComparer.Ordinal);

    /// <summary>How many were read so far.</summary>
    public int Count => read.Count;

    /// <summary>The tools of cases that write none of their own.</summary>
    public IReadOnlyList<GoldenTool> SetTools { get; init; } = [];

    /// <summary>False where a document of the set could not be read: an id that none has may be one of its.</summary>
    public bool HasAllDocuments { get; init; } = true;

    /// <summary>False where the set's tools could not be read: one that none has may be one of them.</summary>
    public bool HasAllTools { get; init; } = true;

    /// <summary>False where a case or a file of cases could not be read: a case that is missed may be one of them.</summary>
    public bool HasAllCases { get; set; } = true;

    /// <summary>A case of YAML or JSON Lines.</summary>
    public void Add(SourceFile file, Node node)
    {
        if (MapReader.Of(file, node, "a case") is not { } reader)
        {
            HasAllCases = false;
            return;
        }
        var holes = Holes(file, reader.Node("input"));
        var messages = Messages(file, reader.List("messages"));
        var sources = Sources(file, reader.Node("sources"), inPlace: true);
        Finish(file, reader, holes, messages, sources, WrittenCheck.ReadAll(file, reader.List("checks"), layers));
    }

    /// <summary>A row of CSV: sources and tags are separated by <c>;</c>, and every column that is no key of a case is a hole.</summary>
    public void AddRow(SourceFile file, MapNode row)
    {
        var reader = new MapReader(file, row, "a row");
        var holes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (reader.Text("input") is { } input) holes["input"] = input;
        foreach (var entry in row.Entries.Where(e => !Columns.Contains(e.Key)))
            holes[entry.Key] = reader.Text(entry.Key) ?? "";
        var sources = Sources(file, reader.Text("sources") is { } ids ? new ListNode([.. Cut(ids).Select(id => new TextNode(id, row.Line))], row.Line) : null, inPlace: false);
        Finish(file, reader, holes, [], sources, []);
    }

    void Finish(SourceFile file, MapReader reader, IReadOnlyDictionary<string, string> holes, IReadOnlyList<GoldenTurn> messages, IReadOnlyList<GoldenSource> sources, IReadOnlyList<WrittenCheck> own)
    {
        var id = reader.Required("id", "write id: with a word of a-z, 0-9 and - that no other case of the set has");
        var expect = reader.Text("expect");
        if (expect is not null && string.IsNullOrWhiteSpace(expect))
        {
            file.Error(ProblemIds.BadValue, reader.LineOf("expect"), "expected a text for `expect`, found an empty one, which every answer holds", "write what a right answer contains, or remove `expect`");
            expect = null;
        }
        var layer = GoldenSetReader.Known(reader, layers);
        var declared = reader.Node("tools") is null ? SetTools : ToolReader.ReadAll(file, reader.List("tools"));
        var golden = new GoldenCase
        {
            Set = set.Id,
            Id = id,
            Prompt = set.Prompt,
            Holes = holes,
            Messages = messages,
            Sources = sources,
            Tools = declared,
            Answerable = reader.Flag("answerable"),
            Expect = expect,
            Tags = [.. reader.Texts("tags").SelectMany(Cut)],
            Cluster = reader.Text("cluster"),
            TwinOf = reader.Text("twin-of"),
            Split = reader.OneOf("split", "dev", "holdout"),
            Must = reader.Flag("must") ?? false,
            IsHighRisk = set.Risk == "high",
            SetFile = set.File.Shown,
            File = file.Shown,
            Line = reader.Line,
            Checks = checks.For(new CaseChecks(file, reader.Line, own, layer, expect is not null)),
        };
        reader.Close();
        if (IsSound(file, golden, reader)) read.Add(golden);
        else HasAllCases = false;
    }

    /// <summary>The cases with their hashes, and with each twin beside its case. To be called when all are read.</summary>
    public IReadOnlyList<GoldenCase> Close(SourceFile file)
    {
        CloseTwins(file);
        var hashed = new GoldenCase[read.Count];
        Parallel.For(0, hashed.Length, i => hashed[i] = read[i] with
        {
            AskedHash = ContentHash.Of(Asked(read[i])),
            ExpectedHash = ContentHash.Of(Expected(read[i])),
        });
        return hashed;
    }

    // Each twin goes into the cluster of its case, or both into one of the case's name; a twin whose case the set does not hold, or that is no counterpart of it, is a problem.
    void CloseTwins(SourceFile file)
    {
        var byId = read.Select((c, i) => (c.Id, Place: i)).ToDictionary(c => c.Id, c => c.Place, StringComparer.Ordinal);
        for (var i = 0; i < read.Count; i++)
        {
            if (read[i] is not { TwinOf: { } id } twin) continue;
            if (byId.TryGetValue(id, out var place) && read[place].Answerable == true && twin.Answerable == false)
            {
                var cluster = read[place].Cluster ?? twin.Cluster ?? id;
                read[place] = read[place] with { Cluster = cluster };
                read[i] = twin with { Cluster = cluster };
            }
            else if ((HasAllCases || byId.ContainsKey(id)) && !unclear.Contains(id) && !unclear.Contains(twin.Id)) NoTwin(file, twin, byId);
        }
    }

    static void NoTwin(SourceFile file, GoldenCase twin, Dictionary<string, int> ids)
    {
        var of = Printable.Short(twin.TwinOf!, 60); // a twin's is there
        var (found, advice) = ids.ContainsKey(twin.TwinOf!)
            ? ("two that do not say `answerable: true` and `answerable: false`", "correct `answerable` of both, or remove `twin-of`")
            : ("no case of that id", Nearest.To(twin.TwinOf!, [.. ids.Keys]) is { } near ? $"write `{near}`, or remove `twin-of`" : "write the id of a case of the set, or remove `twin-of`");
        file.Problems.Add(new Problem(ProblemIds.NoTwin, twin.File, twin.Line, $"expected `{Printable.Short(twin.Id, 60)}` to be the unanswerable twin of the answerable case `{of}` of its set, found {found}", advice));
    }

    static IEnumerable<string?> Asked(GoldenCase golden) =>
    [
        golden.Prompt,
        .. golden.Holes.OrderBy(h => h.Key, StringComparer.Ordinal).SelectMany(h => new[] { h.Key, h.Value }),
        "messages", .. golden.Messages.SelectMany(m => new[] { m.Role, m.Text }),
        "sources", .. golden.Sources.SelectMany(s => new[] { s.Id, s.Text }),
        // No source is null: tools begin where none of them can. A case without tools keeps the hash that it had before there were any.
        .. golden.Tools.Count == 0 ? [] : new[] { null, "tools" }.Concat(golden.Tools.SelectMany(t => new[] { t.Name, t.Description, t.Parameters })),
    ];

    static IEnumerable<string?> Expected(GoldenCase golden) =>
    [
        golden.Expect, golden.Answerable?.ToString(), golden.Must.ToString(), golden.Checks.Canonical,
        // A case that neither concerns keeps the hash that it has without them.
        .. golden.IsHighRisk ? ["high risk"] : Array.Empty<string?>(),
        .. golden.JudgedByOthers is { } tool ? ["validator", tool.Validator] : Array.Empty<string?>(),
    ];

    bool IsSound(SourceFile file, GoldenCase golden, MapReader written)
    {
        if (golden.Id.Length == 0) return false;
        if (!GoldenSetReader.IsId(golden.Id))
            file.Error(ProblemIds.BadId, golden.Line, $"expected a case id of a-z, 0-9 and -, at most 100 of them, found `{Printable.Short(golden.Id, 60)}`", "write such a word");
        var place = $"{file.Shown}:{golden.Line}";
        if (!places.TryAdd(golden.Id, place))
        {
            file.Error(ProblemIds.DuplicateId, golden.Line, $"expected each case id once in a set, found `{Printable.Short(golden.Id, 60)}` again (first in {places[golden.Id]})", "give one of the cases another id");
            return false;
        }
        if (golden.Holes.Count == 0 && golden.Messages.Count == 0 && !written.IsMisspelled("input") && !written.IsMisspelled("messages"))
            file.Error(ProblemIds.NothingAsked, golden.Line, $"expected `input` or `messages` in `{golden.Id}`, found neither", "write what is asked");
        else if (golden.Holes.Count > 0 && golden.Messages.Count > 0)
            file.Error(ProblemIds.NothingAsked, golden.Line, $"expected `input` or `messages` in `{golden.Id}`, found both", "keep one of them");
        var isUnclear = golden.Answerable is null && (written.Node("answerable") is not null || written.IsMisspelled("answerable"));
        if (isUnclear) unclear.Add(golden.Id);
        else if (golden.Answerable is null && golden.Checks.Items.FirstOrDefault(c => c.Type.NeedsAnswerable) is { } check)
            file.Error(ProblemIds.AnswerableUnknown, golden.Line, $"expected `answerable` in `{golden.Id}`, found none, and the check `{check.Id}` needs it", "write answerable: true or false, or remove the check from this case: `- not-found: off`");
        if (golden.Holes.Count > 0 || golden.Messages.Count > 0) tools.Run(file, golden, knowsTools: written.Node("tools") is not null || HasAllTools && !written.IsMisspelled("tools"));
        return true;
    }

    static IReadOnlyDictionary<string, string> Holes(SourceFile file, Node? input)
    {
        var holes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (input is TextNode text) holes["input"] = text.Text;
        if (input is ListNode)
        {
            file.Error(ProblemIds.WrongKind, input.Line, "expected `input` as a text or a map of the prompt's holes, found a list", "write the text, or `hole: text` lines");
            holes["input"] = "";
        }
        if (input is not MapNode map) return holes;
        var reader = new MapReader(file, map, "`input`");
        foreach (var entry in map.Entries) holes[entry.Key] = reader.Text(entry.Key) ?? "";
        return holes;
    }

    static IReadOnlyList<GoldenTurn> Messages(SourceFile file, IReadOnlyList<Node> nodes)
    {
        var turns = new List<GoldenTurn>();
        foreach (var node in nodes)
        {
            if (node is MapNode { Entries: [{ Key: ToolScript.Role } script] })
            {
                turns.Add(new GoldenTurn(ToolScript.Role, ToolScript.Text(file, script.Value) ?? "{}"));
                continue;
            }
            if (node is MapNode { Entries: [{ Key: "system" or "user" or "assistant" } turn] } && turn.Value is TextNode text && (turn.Key == "assistant" || !text.IsAbsent))
                turns.Add(new GoldenTurn(turn.Key, text.IsAbsent ? null : text.Text));
            else
            {
                file.Error(ProblemIds.WrongKind, node.Line, $"expected a turn `system: …`, `user: …`, `assistant:` or `tool: …`, found {NoTurn(node)}", "write one role and its text; an assistant turn without text is asked for");
                turns.Add(new GoldenTurn("user", ""));
            }
        }
        return turns;
    }

    static string NoTurn(Node node) => node switch
    {
        MapNode { Entries: [{ Key: "system" or "user" } turn] } when turn.Value.IsAbsent => $"`{turn.Key}` without a text",
        MapNode { Entries: [{ Key: "system" or "user" or "assistant" } turn] } => $"`{turn.Key}` with {turn.Value.Kind}",
        MapNode map => string.Join(" and ", map.Entries.Take(4).Select(e => $"`{Printable.Short(e.Key, 40)}`")),
        _ => node.Kind,
    };

    IReadOnlyList<GoldenSource> Sources(SourceFile file, Node? node, bool inPlace)
    {
        var nodes = node switch { null => [], ListNode list => list.Items, _ => [node] };
        var sources = new List<GoldenSource>();
        foreach (var item in nodes)
        {
            if (item is TextNode id) Document(file, id, sources);
            else if (inPlace && item is MapNode map) sources.Add(InPlace(file, map));
            else file.Error(ProblemIds.WrongKind, item.Line, $"expected a source id or {{id, text}}, found {item.Kind}", "write the id of a source");
        }
        var twice = sources.GroupBy(s => s.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) file.Error(ProblemIds.DuplicateSource, node!.Line, $"expected each source once in a case, found `{Printable.Short(twice.Key, 60)}` twice", "remove one of them");
        return sources;
    }

    void Document(SourceFile file, TextNode id, List<GoldenSource> sources)
    {
        if (documents.TryGetValue(id.Text, out var source)) sources.Add(source.Source);
        else if (!HasAllDocuments) sources.Add(new GoldenSource(id.Text, ""));
        else
            file.Error(ProblemIds.NoSuchSource, id.Line, $"expected the id of a source in the set's documents, found `{Printable.Short(id.Text, 60)}`",
                documents.Count == 0 ? "write `documents:` on the set, or the source in place: {id: …, text: …}"
                : Nearest.To(id.Text, sourceIds) is { } near ? $"write `{near}`, or add a heading `## {Printable.Short(id.Text, 60)} …` to a document" : $"add a heading `## {Printable.Short(id.Text, 60)} …` to a document");
    }

    static GoldenSource InPlace(SourceFile file, MapNode map)
    {
        var reader = new MapReader(file, map, "a source");
        var source = new GoldenSource(reader.Required("id", "write id: with the id that answers cite"), reader.Required("text", "write text: with the source's text"));
        reader.Close();
        return source;
    }

    static string[] Cut(string list) => list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
