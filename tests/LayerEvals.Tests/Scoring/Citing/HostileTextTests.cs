namespace LayerEvals.Tests.Scoring.Citing;

/// <summary>Nothing that a model writes makes a check slow; how long each takes is measured by <c>benchmarks … citations</c>.</summary>
public sealed class HostileTextTests
{
    // A safety net for what would not end, not a measurement: linear work on these texts takes seconds in all.
    const int Limit = 600_000;

    const string Checks = """
        - citations: {present: every-fact, quotes: true, numbers: true, expect: [C-4.1], none-on-abstention: true}
        - {citations: {style: [clauses, parentheses, links], present: every-claim, resolves: true}, name: others}
        - {grounded: {per: claim}}
        """;

    [Fact(Timeout = Limit)]
    public async Task A_hundred_thousand_characters_of_anything_are_scored()
    {
        var golden = Scored.Case(Checks, answerable: true, sources: ["C-4.1", "C-4.2", "7"]);

        await Task.Run(() =>
        {
            foreach (var (name, text) in HostileTexts.Of(100_000))
                foreach (var finding in LayerEvals.Scoring.Scorer.Score(golden, Scored.Answered(text))) finding.Outcome.ShouldNotBe(Outcome.Errored, $"{name}: {finding.Reason}");
        }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void What_is_kept_of_a_hostile_answer_stays_small()
    {
        var golden = Scored.Case(Checks, answerable: true, sources: ["C-4.1", "C-4.2", "7"]);

        foreach (var (name, text) in HostileTexts.Of(20_000))
            foreach (var finding in LayerEvals.Scoring.Scorer.Score(golden, Scored.Answered(text)))
            {
                finding.Parts.Count.ShouldBeLessThan(60, name);
                finding.Parts.Sum(p => (p.Reason?.Length ?? 0) + (p.SourceText?.Length ?? 0)).ShouldBeLessThan(40_000, name);
                (finding.Reason?.Length ?? 0).ShouldBeLessThan(4_000, name);
            }
    }
}
