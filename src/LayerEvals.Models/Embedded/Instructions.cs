namespace LayerEvals.Models;

/// <summary>The kind of answer that was asked for.</summary>
internal enum AnswerKind
{
    Prose,
    OneWord,
    Number,
    YesOrNo,
    Label,
}

/// <summary>An inclusive range of a count; null on a side that is open.</summary>
internal sealed record Bounds(int? Min, int? Max)
{
    public static Bounds None { get; } = new(null, null);

    public Bounds And(Bounds other) => new(other.Min ?? Min, other.Max ?? Max);
}

/// <summary>How ids are written after a sentence; <see cref="None"/> writes none.</summary>
internal sealed record CitationStyle(string Open, string Close)
{
    public static CitationStyle Brackets { get; } = new("[", "]");

    public static CitationStyle None { get; } = new("", "");

    public string Of(string? id) => id is null || Open.Length == 0 ? "" : $" {Open}{id}{Close}";
}

/// <summary>A reply that the prompt words itself, for questions of a kind.</summary>
internal sealed record SetReply(string Condition, string Reply);

/// <summary>What the prompt asks of the answer. Read from the rules and the user's own text, never from a source.</summary>
internal sealed record Instructions
{
    public Bounds Words { get; init; } = Bounds.None;
    public Bounds Sentences { get; init; } = Bounds.None;
    public Bounds Bullets { get; init; } = Bounds.None;
    public Bounds Paragraphs { get; init; } = Bounds.None;
    public Bounds WordsPerBullet { get; init; } = Bounds.None;
    public bool AsBullets { get; init; }
    public string BulletMark { get; init; } = "- ";
    public AnswerKind Kind { get; init; }
    /// <summary>Whether a yes or no is followed by the sentence it rests on.</summary>
    public bool ExplainsItself { get; init; }
    public IReadOnlyList<string> Labels { get; init; } = [];
    public string? NotFound { get; init; }
    public string Opening { get; init; } = "";
    public string Closing { get; init; } = "";
    public IReadOnlyList<string> Forbidden { get; init; } = [];
    public IReadOnlyList<string> Included { get; init; } = [];
    public IReadOnlyList<SetReply> SetReplies { get; init; } = [];
    public CitationStyle Citations { get; init; } = CitationStyle.Brackets;
    public bool CitesAtTheEnd { get; init; }
    public bool AsJson { get; init; }
    public bool Fenced { get; init; }
    public JsonShape? Shape { get; init; }
    public LetterCase LetterCase { get; init; }
    public bool WithoutCommas { get; init; }

    /// <summary>The prompt's statements, one by one: rules about labels are looked up here.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}

/// <summary>A demand on capital letters.</summary>
internal enum LetterCase
{
    AsQuoted,
    Lower,
    Upper,
}
