using LayerEvals.Runs;

namespace LayerEvals.Reporting.Servers;

/// <summary>A case, or a gate, as a build server shows it.</summary>
/// <param name="Suite">The golden set, or <c>gates</c>.</param>
/// <param name="Name">The case's id, or the layer's.</param>
/// <param name="Status">What became of it.</param>
internal sealed record ServerCase(string Suite, string Name, ServerStatus Status)
{
    public const string Gates = "gates";

    // A server shows a failure in a box: what is longer is in the page.
    const int LongestAnswer = 2000;

    /// <summary>In a line why it is not passed; empty where it is.</summary>
    public string Why { get; init; } = "";

    /// <summary>What failed, both answers and the command that runs it again; empty where it did not fail.</summary>
    public string Details { get; init; } = "";

    /// <summary>The time of all its askings, both sides together.</summary>
    public long Milliseconds { get; init; }

    public string? File { get; init; }

    public int Line { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public static ServerCase Of(Run run, CaseRecord record, ServerStatus status, Func<GoldenCase, string> rerun)
    {
        var golden = record.Case;
        var shown = new ServerCase(golden.Set, golden.Id, status)
        {
            Milliseconds = (long)Math.Round(record.Milliseconds),
            File = golden.File,
            Line = golden.Line,
            Tags = golden.Tags,
            Why = status switch
            {
                ServerStatus.Passed => "",
                ServerStatus.Errored => ErrorOf(run, golden) ?? "a check crashed",
                _ => status.Word(),
            },
        };
        return status.IsFailure() ? shown.With(ChangedCases.Of(run, record, [], rerun)) : shown;
    }

    static string? ErrorOf(Run run, GoldenCase golden) =>
        new[] { 0, 1 }.SelectMany(side => Enumerable.Range(1, run.Plan.Config.Samples).Select(sample => run.Recorded(golden, side, sample))).FirstOrDefault(answer => answer is { Came: false })?.Error;

    ServerCase With(ChangedCase changed) => this with
    {
        Why = changed.Failed.Count == 0 ? Status.Word() : $"{Status.Word()}: {changed.Failed[0].Check}: {changed.Failed[0].Reason}",
        Details = string.Join('\n',
        [
            .. changed.Failed.SelectMany(f => f.Parts.Select(p => $"    {p.Name}: {p.Reason}").Prepend($"{f.Check} ({f.Layer}): {f.Reason}")),
            "", "Asked:", Start(changed.Question), "", "Baseline:", Start(changed.BaselineText), "", "Candidate:", Start(changed.CandidateText), "", changed.Rerun,
        ]),
    };

    static string Start(string text) => text.Length <= LongestAnswer ? text : text[..(char.IsHighSurrogate(text[LongestAnswer - 1]) ? LongestAnswer - 1 : LongestAnswer)] + "…";
}
