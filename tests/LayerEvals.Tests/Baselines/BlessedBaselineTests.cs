using LayerEvals.Baselines;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Runs;
using LayerEvals.Testing;
using LayerEvals.Tests.Runs;

namespace LayerEvals.Tests.Baselines;

public sealed class BlessedBaselineTests
{
    [Fact]
    public void What_was_written_is_read_back()
    {
        using var folder = new TempFolder();
        var path = folder.Write("b.jsonl", "");
        using (var stream = File.Create(path)) BlessedFile.Write(Baseline, stream);

        var read = BlessedFile.Read(new SourceFile(path, "b.jsonl", new Problems()))!;

        using var again = new MemoryStream();
        BlessedFile.Write(read, again);
        again.ToArray().ShouldBe(File.ReadAllBytes(path));
        read.Cases["small/q-1"].Layers["retrieval"].ShouldBe(new Cell(2, 1, 0, 0));
    }

    [Fact]
    public void Its_age_is_counted_in_days_from_the_asking()
    {
        Baseline.Note("kept", new DateTimeOffset(2026, 10, 2, 1, 0, 0, TimeSpan.Zero))
            .ShouldBe("The baseline kept was not asked: its outcomes are those of vendor-1 in run small-1, asked on 2026-09-01 (31 days ago) and blessed on 2026-09-03. Its answers are not recorded here.");
    }

    [Fact]
    public async Task Cases_that_were_blessed_under_other_checks_in_code_are_unscored()
    {
        using var eval = new SmallEval(SmallEval.Questions(2));
        var plan = eval.Plan();
        var blessed = Baseline with { Samples = 1, Cases = plan.Cases.ToDictionary(c => c.Key, Passed, StringComparer.Ordinal) };
        await using var run = Run.Open(plan with { Blessed = blessed }, new RunOptions(eval.Clock));
        await SmallEval.AskAllAsync(run);
        run.Records["small/q-1"].Add(new CodeFinding("Test", 1, 1, "promise nothing", "verification", Finding.Pass));
        run.Records["small/q-2"].Add(new CodeFinding("Test", 1, 1, "promise little", "verification", Finding.Pass));

        var result = SmallEval.Finish(run);

        eval.Baseline.Asked.ShouldBeEmpty();
        result.Comparison.Overall.Tally.BothPassed.ShouldBe(1);
        result.Comparison.Overall.Tally.Unscored.ShouldBe(1);
        result.Notes.ShouldContain("1 case cannot be paired: the baseline was blessed under other checks in code (first small/q-2).");
    }

    [Fact]
    public async Task A_check_in_code_looks_at_the_candidate_alone()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        var plan = eval.Plan();
        await using var run = Run.Open(plan with { Blessed = Baseline with { Samples = 1, Cases = plan.Cases.ToDictionary(c => c.Key, Passed, StringComparer.Ordinal) } }, new RunOptions(eval.Clock));
        var answers = new SideBySide(run, await run.AskBothAsync(plan.Cases[0], TestContext.Current.CancellationToken), "Test", _ => { });

        answers.Should("promise nothing", Layers.Verification, _ => { });
        await answers.Should("promise less", Layers.Verification, _ => Task.CompletedTask);
        answers.ShouldPassGoldenChecks();

        run.Records["small/q-1"].Code.Select(f => (f.Side, f.Check)).ShouldBe([(1, "promise less"), (1, "promise nothing")]);
        answers.Baseline.Error.ShouldBe("not asked: only the outcome of the baseline is blessed");
    }

    static BlessedCase Passed(GoldenCase golden) =>
        new(golden.Key, golden.AskedHash, golden.ExpectedHash, new Cell(1, 0, 0, 0), golden.Checks.Items.Select(c => c.Layer).Append("verification").Distinct().ToDictionary(l => l, _ => new Cell(1, 0, 0, 0)), ["verification: promise nothing"], 2);

    static BlessedBaseline Baseline { get; } = new()
    {
        Name = "small",
        Configuration = "pinned",
        Model = "vendor-1",
        Returned = ["vendor-1-0806"],
        Samples = 3,
        Run = "small-1",
        Asked = new DateOnly(2026, 9, 1),
        Blessed = new DateOnly(2026, 9, 3),
        Version = "0.1.0",
        Cases = new Dictionary<string, BlessedCase>
        {
            ["small/q-1"] = new("small/q-1", "a", "e", new Cell(2, 1, 0, 0), new Dictionary<string, Cell> { ["prompt"] = new Cell(3, 0, 0, 0), ["retrieval"] = new Cell(2, 1, 0, 0) }, ["verification: promise nothing"], 2),
            ["small/q-2"] = new("small/q-2", "a2", "e2", new Cell(0, 0, 0, 3), new Dictionary<string, Cell> { ["prompt"] = default }, [], 3),
        },
    };
}
