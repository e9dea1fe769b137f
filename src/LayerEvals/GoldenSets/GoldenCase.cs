using LayerEvals.Scoring;
using LayerEvals.Scoring.Checks;
using LayerEvals.Scoring.Schemas;

namespace LayerEvals;

/// <summary>One case of a golden set: one input, its sources, what is expected, and its checks. Its identity is <see cref="Key"/>, never an index.</summary>
public sealed record GoldenCase
{
    /// <summary>The id of the set.</summary>
    public required string Set { get; init; }

    /// <summary>The id in the set.</summary>
    public required string Id { get; init; }

    /// <summary><c>set/id</c>.</summary>
    public string Key => $"{Set}/{Id}";

    /// <summary>The texts for the prompt's holes; an input that is one text stands under <c>input</c>.</summary>
    public IReadOnlyDictionary<string, string> Holes { get; init; } = new Dictionary<string, string>();

    /// <summary>The case's own turns; empty when the input goes through a prompt.</summary>
    public IReadOnlyList<GoldenTurn> Messages { get; init; } = [];

    /// <summary>The sources that the model is given.</summary>
    public IReadOnlyList<GoldenSource> Sources { get; init; } = [];

    /// <summary>Whether the sources hold the answer; null when the case does not say.</summary>
    public bool? Answerable { get; init; }

    /// <summary>A text that a right answer contains; null when the case does not say.</summary>
    public string? Expect { get; init; }

    /// <summary>Words to find the case by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The cluster of cases that rise and fall together; null when the case stands alone.</summary>
    public string? Cluster { get; init; }

    /// <summary>The id of the case in the same set whose twin this is, without the sources that answer it; null when it is none's.</summary>
    public string? TwinOf { get; init; }

    /// <summary><c>dev</c> or <c>holdout</c>; null when the case does not say.</summary>
    public string? Split { get; init; }

    /// <summary>Whether this is a must-pass case.</summary>
    public bool Must { get; init; }

    /// <summary>The file that the case stands in, as messages show it.</summary>
    public string File { get; init; } = "";

    /// <summary>The line that the case starts on.</summary>
    public int Line { get; init; }

    /// <summary>The file of the set, which names the case's own file where that is another.</summary>
    internal string SetFile { get; init; } = "";

    internal string? Prompt { get; init; }

    /// <summary>The tools that the model is told of.</summary>
    internal IReadOnlyList<GoldenSets.GoldenTool> Tools { get; init; } = [];

    /// <summary>How many turns are asked for.</summary>
    internal int AskedTurns => Math.Max(1, Messages.Count(m => m.Text is null) + (Messages is [.., { Text: not null }] ? 1 : 0));

    /// <summary>Whether the set says <c>risk: high</c>: its checks of abstention and citation must pass.</summary>
    internal bool IsHighRisk { get; init; }

    /// <summary>Whether a check of this case must pass.</summary>
    internal bool IsMust(PlannedCheck check) => Must || IsHighRisk && check.Type.IsMustAtHighRisk;

    internal CheckList Checks { get; init; } = CheckList.Empty;

    /// <summary>The tool whose arguments a check has judged by a validator of a team's own; null where none has.</summary>
    internal GoldenSets.GoldenTool? JudgedByOthers =>
        Tools.FirstOrDefault(t => t.Validator != OwnValidator.Instance.Name && Checks.Items.Any(c => ArgumentsCheck.DeclaredTool(c) == t.Name));

    /// <summary>The hash of what is asked: messages or input, resolved sources, tools. Never of tags, order or format.</summary>
    internal string AskedHash { get; init; } = "";

    /// <summary>
    /// The hash of what is expected: expectations, resolved checks and what must pass. The risk of the set is in it as <see cref="Must"/> is: the same outcomes have another verdict under it.
    /// </summary>
    internal string ExpectedHash { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => Key;
}

/// <summary>A turn of a case's own messages.</summary>
/// <param name="Role"><c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</param>
/// <param name="Text">The text; null on an assistant turn that is asked for. Of a tool's turn a JSON object: for each tool the list of results.</param>
public sealed record GoldenTurn(string Role, string? Text);

/// <summary>A source that the model is given.</summary>
/// <param name="Id">The id that answers cite.</param>
/// <param name="Text">The text.</param>
public sealed record GoldenSource(string Id, string Text);
