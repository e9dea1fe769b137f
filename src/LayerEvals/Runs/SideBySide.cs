using LayerEvals.Comparing;
using LayerEvals.Runs;

namespace LayerEvals;

/// <summary>
/// Both sides' answers to one case. A soft check, declared in the golden set or written here with <c>Should</c>, is recorded for both sides and judged by the
/// gate; a plain assertion on one answer stays a hard one and fails its row.
/// </summary>
public sealed class SideBySide
{
    readonly CaseAnswers answers;
    readonly string test;
    readonly Run run;
    readonly Action<string> warn;

    internal SideBySide(Run run, CaseAnswers answers, string test, Action<string> warn)
    {
        var sources = answers.Record.Case.Sources;
        this.answers = answers with { Baseline = [.. answers.Baseline.Select(Given)], Candidate = [.. answers.Candidate.Select(Given)] };
        (this.run, this.test, this.warn) = (run, test, warn);

        Answer Given(Answer answer) => sources.Count == 0 ? answer : answer with { Sources = sources };
    }

    /// <summary>Cancelled when the test is: the one cancellation that a check lets through.</summary>
    internal CancellationToken Cancellation { get; init; }

    /// <summary>The case.</summary>
    public GoldenCase Case => answers.Record.Case;

    /// <summary>The baseline's first answer; one that did not come where the baseline is blessed.</summary>
    public Answer Baseline => answers.Baseline[0];

    /// <summary>The candidate's first answer.</summary>
    public Answer Candidate => answers.Candidate[0];

    /// <summary>The baseline's answers, one a sample.</summary>
    public IReadOnlyList<Answer> BaselineSamples => answers.Baseline;

    /// <summary>The candidate's answers, one a sample.</summary>
    public IReadOnlyList<Answer> CandidateSamples => answers.Candidate;

    /// <summary>Holds both sides to the checks that the golden set declares. A candidate that got worse is a warning of its row; the gate decides.</summary>
    public void ShouldPassGoldenChecks()
    {
        var checks = Case.Checks.Items;
        for (var i = 0; i < checks.Count; i++) WarnIfWorse(checks[i].Id, Of(0, i), Of(1, i));
        return;

        Cell Of(int side, int check) => answers.Record.Declared[side].Aggregate(new Cell(), (cell, sample) => cell.With(sample[check]));
    }

    /// <summary>A check that only code can say, on every answer of both sides. An assertion that throws is Failed; any other exception is Errored.</summary>
    /// <param name="name">The check's name in reports.</param>
    /// <param name="layer">The layer that it speaks for.</param>
    /// <param name="check">The check; it passes when it returns.</param>
    /// <exception cref="ArgumentException">The configuration has no such layer, or the name is empty.</exception>
    public void Should(string name, Layer layer, Action<Answer> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Demand(name, layer);
        Record(name, layer, side => [.. answers.Of(side).Select(a => CodeCheck.Run(a, check, Cancellation))]);
    }

    /// <summary>As <see cref="Should(string, Layer, Action{Answer})"/>, with a check that awaits.</summary>
    /// <param name="name">The check's name in reports.</param>
    /// <param name="layer">The layer that it speaks for.</param>
    /// <param name="check">The check; it passes when its task ends well.</param>
    /// <exception cref="ArgumentException">The configuration has no such layer, or the name is empty.</exception>
    public async Task Should(string name, Layer layer, Func<Answer, Task> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Demand(name, layer);
        var found = new List<Finding>[] { [], [] };
        for (var side = FirstAsked; side < 2; side++)
            foreach (var answer in answers.Of(side)) found[side].Add(await CodeCheck.RunAsync(answer, check, Cancellation));
        Record(name, layer, side => found[side]);
    }

    /// <summary>A check in code that says itself what it found, its parts included.</summary>
    internal void Judge(string name, Layer layer, Func<Answer, Finding> check)
    {
        Demand(name, layer);
        Record(name, layer, side => [.. answers.Of(side).Select(a => CodeCheck.Judge(a, check, Cancellation))]);
    }

    // A blessed baseline has no answers that a check could look at: its outcomes are in its file.
    int FirstAsked => answers.Record.Blessed is null ? 0 : 1;

    void Demand(string name, Layer layer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(layer);
        var known = run.Plan.Config.Layers;
        if (!known.Any(l => l.Id == layer.Id))
            throw new ArgumentException($"expected a layer of the configuration, found `{Printable.Short(layer.Id, 60)}`; known: {string.Join(", ", known.Select(l => l.Id))}", nameof(layer));
        if (answers.Record.Code.Any(f => f.Test == test && f.Check == name))
            throw new ArgumentException($"expected each check of a row once, found `{Printable.Short(name, 60)}` again; give one of them another name", nameof(name));
    }

    void Record(string name, Layer layer, Func<int, IReadOnlyList<Finding>> findings)
    {
        var cells = new Cell[2];
        for (var side = FirstAsked; side < 2; side++)
        {
            var found = findings(side);
            for (var sample = 0; sample < found.Count; sample++)
            {
                answers.Record.Add(new CodeFinding(test, side, sample + 1, name, layer.Id, found[sample]));
                cells[side] = cells[side].With(found[sample].Outcome);
            }
        }
        WarnIfWorse(name, cells[0], cells[1]);
    }

    void WarnIfWorse(string check, Cell baseline, Cell candidate)
    {
        if (baseline.Scored > 0 && candidate.Scored > 0 && candidate.Mean < baseline.Mean)
            warn($"got worse: {check} ({run.Plan.Config.Candidate.Name} failed it, {run.Plan.Config.Baseline.Name} passed)");
    }
}
