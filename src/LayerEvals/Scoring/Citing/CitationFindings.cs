using LayerEvals.Scoring.Citing.Parts;

namespace LayerEvals.Scoring.Citing;

/// <summary>What a test in code asks of an answer's citations; every style of citation counts.</summary>
internal static class CitationFindings
{
    static readonly CitingRule AnyStyle = new(CitationStyles.Any, null);

    /// <summary>It cites these sources; without ids, any.</summary>
    public static Finding Cites(Answer answer, IReadOnlyList<string> ids)
    {
        var read = Read(answer);
        return CheckedPart.Finding(answer.Text, [PresentPart.Of(read, Presence.Any, ids), ExpectedPart.Of(read, new ExpectedSources(ids, 1, null, null))]);
    }

    /// <summary>Each source that it cites was given. An answer that cites nothing cites nothing else.</summary>
    public static Finding CitesOnlyGiven(Answer answer) => CheckedPart.Finding(answer.Text, [ResolvesPart.Of(Read(answer))]);

    /// <summary>What stands between quotation marks stands in the source that is cited there. An answer that quotes nothing misquotes nothing.</summary>
    public static Finding QuotesVerbatim(Answer answer) => CheckedPart.Finding(answer.Text, [QuotesPart.Of(Read(answer))]);

    static CitedAnswer Read(Answer answer) => CitedAnswer.Read(answer.Text, answer.Sources.Count == 0 ? SourceShelf.Empty : new SourceShelf(answer.Sources), AnyStyle);
}
