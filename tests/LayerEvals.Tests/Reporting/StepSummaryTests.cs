using LayerEvals.Reporting;
using LayerEvals.Runs;
using LayerEvals.Testing;
using LayerEvals.Tests.Answering;
using LayerEvals.Tests.Runs;

namespace LayerEvals.Tests.Reporting;

public sealed class StepSummaryTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly HandMovedClock clock = new();

    [Fact]
    public async Task The_report_is_appended_once_a_run()
    {
        using var eval = new SmallEval(SmallEval.Questions(2));
        var result = await eval.RunAsync();
        var summary = folder.Write("summary.md", "before");

        (await StepSummary.AppendAsync(summary, result, clock)).ShouldBeNull();
        (await StepSummary.AppendAsync(summary, result, clock)).ShouldBeNull();

        File.ReadAllText(summary).ShouldBe($"before\n\n<!-- layerevals {Path.GetFileName(result.Folder)} -->\n{File.ReadAllText(result.ReportMarkdown)}\n");
    }

    [Fact]
    public async Task Several_runs_stand_one_after_the_other()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        using var other = new SmallEval(SmallEval.Questions(2)) { Clock = new HandMovedClock() };
        var (first, second) = (await eval.RunAsync(), Renamed(await other.RunAsync()));
        var summary = folder.At("summary.md");

        await StepSummary.AppendAsync(summary, first, clock);
        await StepSummary.AppendAsync(summary, second, clock);

        File.ReadAllText(summary).Split("<!-- layerevals ").Length.ShouldBe(3);
    }

    [Fact]
    public async Task What_would_not_fit_is_left_out_and_said()
    {
        using var eval = new SmallEval(SmallEval.Questions(2));
        var result = await eval.RunAsync();
        var full = new string('x', 1024 * 1024 - 100);
        var summary = folder.Write("summary.md", full);

        (await StepSummary.AppendAsync(summary, result, clock)).ShouldNotBeNull().ShouldEndWith("with it the summary would be larger than GitHub takes, 1048576 bytes");

        File.ReadAllText(summary).ShouldBe(full);
    }

    [Fact]
    public async Task What_cannot_be_written_is_said_and_fails_nothing()
    {
        using var eval = new SmallEval(SmallEval.Questions(2));
        var result = await eval.RunAsync();

        (await StepSummary.AppendAsync(folder.Path, result, clock)).ShouldNotBeNull().ShouldContain("was not added to GITHUB_STEP_SUMMARY");
        (await StepSummary.AppendAsync("a\0b", result, clock)).ShouldNotBeNull().ShouldContain("was not added to GITHUB_STEP_SUMMARY");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_job_nothing_is_written(string? path)
    {
        using var eval = new SmallEval(SmallEval.Questions(2));

        (await StepSummary.AppendAsync(path, await eval.RunAsync(), clock)).ShouldBeNull();
    }

    public void Dispose() => folder.Dispose();

    static RunResult Renamed(RunResult result)
    {
        var other = result.Folder + "-2";
        Directory.Move(result.Folder, other);
        return result with { Folder = other };
    }
}
