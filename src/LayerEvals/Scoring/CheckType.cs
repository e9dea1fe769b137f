using LayerEvals.Reading;

namespace LayerEvals.Scoring;

/// <summary>One expectation on an answer: pure, and quick enough to run on every answer of a run.</summary>
internal delegate Finding Check(Subject subject);

/// <summary>A kind of check as golden sets name it.</summary>
/// <param name="Name">The key in a golden set.</param>
/// <param name="Layer">The layer that it speaks for by itself; null where it takes the set's.</param>
/// <param name="Read">Reads the settings; null after a problem was reported.</param>
internal sealed record CheckType(string Name, Layer? Layer, Func<MapReader, Check?> Read)
{
    /// <summary>Turns the short form (one value that says it all) into settings; null where there is no short form.</summary>
    public Func<Node, MapNode>? Short { get; init; }

    /// <summary>Turns what is written into what it stands for in the file that it is written in, as a path into what it leads to; reports problems. Null where nothing depends on the file.</summary>
    public Func<SourceFile, MapNode, MapNode>? Resolve { get; init; }

    /// <summary>Whether the check is NotApplicable when the answer rightly says that the sources do not hold it.</summary>
    public bool IsSilentOnAbstention { get; init; }

    /// <summary>Whether the check itself says what it makes of an abstention.</summary>
    public bool JudgesAbstention { get; init; }

    /// <summary>Whether the check says something of an abstention that has no text, as a tool call.</summary>
    public bool SeesAbstention => IsSilentOnAbstention || NeedsAnswerable;

    /// <summary>Whether the check says something of a refusal that has no text, as one in the vendor's field.</summary>
    public bool SeesRefusal { get; init; }

    /// <summary>Whether the check says something of an answer that calls tools and has no text.</summary>
    public bool SeesToolCalls { get; init; }

    /// <summary>Whether the check must pass in a set of high risk.</summary>
    public bool IsMustAtHighRisk { get; init; }

    /// <summary>Whether the case must say <c>answerable</c>.</summary>
    public bool NeedsAnswerable { get; init; }

    /// <summary>The tools that the settings name, each with its line; null where the check is not about tool calls.</summary>
    public Func<MapNode, IEnumerable<(string Name, int Line)>>? ToolsOf { get; init; }

    /// <summary>Whether the check looks at tool calls, and not at the text.</summary>
    public bool SeesCalls => ToolsOf is not null;

    /// <summary>Whether the check compares what is said in one turn with what is said in a later one.</summary>
    public bool ComparesTurns { get; init; }

    /// <summary>The setting that names a JSON Schema by its file; null where there is none.</summary>
    public string? SchemaKey { get; init; }

    /// <summary>A short form: the value, or the list of values, under one key.</summary>
    public static Func<Node, MapNode> Under(string key) => node =>
    {
        var list = node as ListNode ?? new ListNode([node], node.Line);
        return new MapNode([new Entry(key, list, node.Line)], node.Line);
    };

    /// <summary>A short form: the value under one key, as it is.</summary>
    public static Func<Node, MapNode> As(params IReadOnlyList<string> keys) => node =>
        new MapNode([.. keys.Select(key => new Entry(key, node, node.Line))], node.Line);
}
