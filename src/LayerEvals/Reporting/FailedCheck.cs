namespace LayerEvals.Reporting;

/// <summary>A check that the candidate failed in a case.</summary>
internal sealed record FailedCheck(string Check, string Layer, string Reason)
{
    /// <summary>Those of its parts that failed, the first of them where there are many.</summary>
    public IReadOnlyList<FailedPart> Parts { get; init; } = [];
}

/// <summary>A part that failed, as a reader sees it: the claim with what is wrong in it marked, and the source beside it.</summary>
internal sealed record FailedPart(string Name, string Reason)
{
    public MarkedText? Claim { get; init; }

    public string? Source { get; init; }

    public string? SourceText { get; init; }
}

/// <summary>A piece of an answer with a mark in it; the mark is empty where the whole is meant.</summary>
internal sealed record MarkedText(string Before, string Marked, string After)
{
    // Either side of the mark: what a reader needs to find it, also where a claim has no end.
    const int Most = 300;

    /// <summary>The claim of a part, its citation, number or quotation marked; null where it names no place, or one that the text does not have.</summary>
    public static MarkedText? Of(string text, FindingPart part)
    {
        if ((part.Claim ?? part.Span) is not { } claim || !IsIn(claim, text)) return null;
        var mark = part.Span is { } span && IsIn(span, text) && claim.Contains(span) ? span : new TextSpan(claim.End, 0);
        return new MarkedText(
            Last(text[claim.Start..mark.Start]),
            Printable.Short(mark.Of(text), Most),
            Printable.Short(text[mark.End..claim.End], Most));
    }

    static string Last(string text) => text.Length <= Most ? text : "…" + text[(char.IsLowSurrogate(text[^Most]) ? ^(Most - 1) : ^Most)..];

    // The record may have been edited.
    static bool IsIn(TextSpan span, string text) => span.Start >= 0 && span.Length >= 0 && span.Start <= text.Length - span.Length;
}
