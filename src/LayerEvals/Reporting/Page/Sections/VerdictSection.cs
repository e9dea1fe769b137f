using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting.Page;

/// <summary>The top of the first screen: the verdict in a word, the five answers, and what the numbers rest on.</summary>
internal static class VerdictSection
{
    public static Markup Of(Report report, PageOrigin origin)
    {
        var (comparison, answers) = (report.Comparison, FiveAnswers.Of(report));
        return Markup.Of($"""
            <header class="verdict {VerdictMark.Class(comparison.Verdict)}">
            <p class="asked">May <b>{report.Config.Candidate.Name}</b> replace <b>{report.Config.Baseline.Name}</b>?</p>
            <h1>{VerdictMark.Icon(comparison.Verdict)}{Report.Word(comparison.Verdict)}</h1>
            <p class="sentence">{comparison.Sentence}</p>{Paragraph(comparison.LookSentence)}
            <dl class="answers">
            {Answer("May it ship?", answers.May)}
            {Answer("Which layer?", answers.Where)}
            {Answer("How sure?", answers.Sure)}
            {Answer("How many cases?", answers.Cases)}
            {Answer("What to do?", answers.Todo)}
            </dl>
            <p class="origin">Configuration {report.Config.Name}. {comparison.Coverage.Ran} of {Numerals.Count(comparison.Coverage.Planned, "case")}{(comparison.Samples > 1 ? $", {comparison.Samples} samples each" : "")}. Run {report.Run}{(origin.Started.Length > 0 ? $", started {origin.Started}" : "")}.</p>
            </header>

            """);
    }

    static Markup Paragraph(string? text) => text is null ? Markup.None : Markup.Of($"\n<p class=\"sentence\">{text}</p>");

    static Markup Answer(string question, string answer) => Markup.Of($"<div><dt>{question}</dt><dd>{answer}</dd></div>");
}
