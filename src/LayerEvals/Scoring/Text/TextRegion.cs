namespace LayerEvals.Scoring.Text;

/// <summary>Why a stretch of a text is not its author's own prose.</summary>
internal enum RegionKind
{
    /// <summary>A fenced block of code, its fences included; one that nobody closes runs to the end.</summary>
    Fence = 1,

    /// <summary>Code between backticks, the backticks included.</summary>
    InlineCode,

    /// <summary>Lines that start with <c>&gt;</c>.</summary>
    BlockQuote,

    /// <summary>An HTML comment, which no reader of the answer sees.</summary>
    Comment,

    /// <summary>What stands between quotation marks, the marks included.</summary>
    Quotation,
}

/// <summary>A stretch of a text that is code or somebody else's words.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Start">Index of the first character.</param>
/// <param name="Length">Number of characters, marks included.</param>
internal readonly record struct TextRegion(RegionKind Kind, int Start, int Length)
{
    /// <summary>Index after the last character.</summary>
    public int End => Start + Length;

    /// <summary>Whether it states nothing to a reader: code, or a comment.</summary>
    public bool IsCode => Kind is RegionKind.Fence or RegionKind.InlineCode or RegionKind.Comment;
}
