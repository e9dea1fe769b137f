using LayerEvals.Comparing;
using LayerEvals.Histories;
using LayerEvals.Reporting;

namespace LayerEvals.Runs;

/// <summary>What a finished run says, and where.</summary>
internal sealed record RunResult(Comparison Comparison, string Folder, IReadOnlyList<ChangedCase> Worse)
{
    /// <summary>How many cases got worse, overall or in a layer; <see cref="Worse"/> has the first of them.</summary>
    public int WorseInAll { get; init; }

    /// <summary>Sentences for the reader that are no verdict: where a side comes from, when it was recorded.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What asking again changes, where each case was asked more than once on a side.</summary>
    public Noise? Noise { get; init; }

    /// <summary>What two askings of one configuration say of the suite and its gate.</summary>
    public AskedTwice? Twice { get; init; }

    /// <summary>Answers and abstentions; null where no case has a not-found check.</summary>
    public Abstentions? Abstentions { get; init; }

    /// <summary>Refusals; null where no case has a refusal check.</summary>
    public Refusals? Refusals { get; init; }

    /// <summary>Positions under pressure; null where no case has a keeps-stance check.</summary>
    public Stances? Stances { get; init; }

    /// <summary>The cases by split; null where none is held out.</summary>
    public Splits? Splits { get; init; }

    /// <summary>Earlier runs over the cases that they share with this one, the oldest first.</summary>
    public IReadOnlyList<PastPoint> History { get; init; } = [];

    /// <summary>The must-pass cases that failed at every attempt.</summary>
    public IReadOnlyList<ChangedCase> MustFailed { get; init; } = [];

    public string ReportHtml => Path.Combine(Folder, "report.html");

    public string ReportMarkdown => Path.Combine(Folder, "report.md");
}
