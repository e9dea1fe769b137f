using System.Text;
using LayerEvals.Reporting;
using LayerEvals.Scoring;
using LayerEvals.Scoring.Citing;

namespace LayerEvals;

/// <summary>
/// Assertions on what an answer cites and quotes. On one answer they are hard and fail the row; on both sides they are soft: recorded for each side, with the claim
/// and the source, and judged by the gate.
/// </summary>
public static class CitationAssertions
{
    // A reader of a failed test looks at the first.
    const int MostShown = 3;

    /// <summary>The answer cites each of these sources; without ids, any.</summary>
    /// <param name="answer">An answer of <see cref="SideBySide"/>, which knows the sources of its case.</param>
    /// <param name="ids">The ids of the sources.</param>
    /// <exception cref="AnswerAssertionException">It does not.</exception>
    public static void ShouldCite(this Answer answer, params IReadOnlyList<string> ids) => Hold(answer, Asked(ids), a => CitationFindings.Cites(a, ids));

    /// <summary>Each source that the answer cites was given with its case; it may cite none.</summary>
    /// <param name="answer">An answer of <see cref="SideBySide"/>, which knows the sources of its case.</param>
    /// <exception cref="AnswerAssertionException">It cites another.</exception>
    public static void ShouldOnlyCiteGivenSources(this Answer answer) => Hold(answer, "only cite given sources", CitationFindings.CitesOnlyGiven);

    /// <summary>
    /// What the answer puts between quotation marks stands word for word in the source that is cited there, or in any given one where nothing is cited. White space,
    /// quotes, dashes and ellipses do not matter; it may quote nothing.
    /// </summary>
    /// <param name="answer">An answer of <see cref="SideBySide"/>, which knows the sources of its case.</param>
    /// <exception cref="AnswerAssertionException">A quotation is not there.</exception>
    public static void ShouldQuoteVerbatim(this Answer answer) => Hold(answer, "quote verbatim", CitationFindings.QuotesVerbatim);

    /// <summary>Both sides cite each of these sources; without ids, any. A right "not found in sources" is asked nothing. Layer: retrieval.</summary>
    /// <param name="answers">Both sides' answers.</param>
    /// <param name="ids">The ids of the sources.</param>
    public static void ShouldCite(this SideBySide answers, params IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(answers);
        answers.Judge(Asked(ids), Layers.Retrieval, a => Scorer.OnAbstention(new Subject(answers.Case, a, a.Text)) ?? CitationFindings.Cites(a, ids));
    }

    /// <summary>Each source that a side cites was given with the case. Layer: retrieval.</summary>
    /// <param name="answers">Both sides' answers.</param>
    public static void ShouldOnlyCiteGivenSources(this SideBySide answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        answers.Judge("only cite given sources", Layers.Retrieval, CitationFindings.CitesOnlyGiven);
    }

    /// <summary>What a side puts between quotation marks stands word for word in its source. Layer: retrieval.</summary>
    /// <param name="answers">Both sides' answers.</param>
    public static void ShouldQuoteVerbatim(this SideBySide answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        answers.Judge("quote verbatim", Layers.Retrieval, CitationFindings.QuotesVerbatim);
    }

    static string Asked(IReadOnlyList<string> ids) => ids.Count == 0 ? "cite a source" : $"cite {string.Join(", ", ids.Select(id => Printable.Short(id, 60)))}";

    static void Hold(Answer answer, string asked, Func<Answer, Finding> judge)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!answer.Came) throw new AnswerAssertionException(Head(answer, asked, Asserted.NoAnswer(answer)));
        if (Units.IsBlank(answer.Text)) throw new AnswerAssertionException(Head(answer, asked, "it is empty"));
        var finding = judge(answer);
        if (finding.Outcome == Outcome.Failed) throw new AnswerAssertionException(Message(answer, asked, finding));
    }

    static string Message(Answer answer, string asked, Finding finding)
    {
        var said = new StringBuilder(Head(answer, asked, finding.Reason ?? ""));
        var failed = finding.Parts.Where(p => p.Outcome == Outcome.Failed).Take(MostShown).ToList();
        foreach (var part in failed)
        {
            if (MarkedText.Of(answer.Text, part) is { } claim) said.Append($"\n    in\n{Printable.Line(claim.Before)}\u00BB{claim.Marked}\u00AB{claim.After}");
            if (part.Source is { } source) said.Append($"\n    where {Printable.Short(source, 60)} says\n{part.SourceText ?? "nothing that was given"}");
        }
        if (!failed.Exists(p => p.Claim is not null || p.Span is not null)) said.Append($"\n    in\n{Printable.Short(answer.Text.Trim(), 400)}");
        return said.ToString();
    }

    static string Head(Answer answer, string asked, string found) => $"the answer of {Printable.Short(answer.Configuration, 60)} to {Printable.Short(answer.Case, 120)}\n    should {asked}\nbut {found}";
}
