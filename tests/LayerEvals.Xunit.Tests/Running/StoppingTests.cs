using System.Text.Json;
using LayerEvals.Nested;

namespace LayerEvals.Running;

public sealed class StoppingTests
{
    [Fact]
    public async Task A_cancelled_run_has_no_gates_and_the_same_command_goes_on_with_it()
    {
        using var stop = new CancellationTokenSource();
        var passed = 0;
        using var bench = new Bench
        {
            Limits = "{in-flight: 2}",
            Answer = ScriptedModels.SilentAfter(50),
            Cancellation = stop.Token,
            OnPassed = () => { if (Interlocked.Increment(ref passed) == 10) stop.Cancel(); },
        };

        var first = await bench.RunAsync(typeof(Suites.Forty));

        first.Gates.ShouldBeEmpty();
        first.State.ShouldBe("running");
        first.Verdict.ShouldBe("not-decided", StringCompareShould.IgnoreCase);
        File.ReadAllText(Path.Combine(first.Folder, "report.md")).ShouldContain("of 40 cases ran");

        using var again = new Bench(bench) { Limits = "{in-flight: 2}" };
        var second = await again.RunAsync(typeof(Suites.Forty));

        second.Folder.ShouldBe(first.Folder);
        second.State.ShouldBe("finished");
        second.Gate("overall").Outcome.ShouldBe(Seen.Passed);
        (first.Models.Asked.Count + second.Models.Asked.Count).ShouldBeInRange(80, 82, "what was in flight is asked again");
    }

    [Fact]
    public async Task A_run_that_stopped_on_a_failure_is_left_unfinished()
    {
        using var bench = new Bench { Limits = "{in-flight: 1}", Answer = ScriptedModels.SilentAfter(2), StopsOnFail = true };

        var ran = await bench.RunAsync(typeof(Suites.UnknownLayer));

        ran.Rows.Count(r => r.Outcome == Seen.Failed).ShouldBeLessThan(4);
        ran.Gates.ShouldBeEmpty();
        ran.State.ShouldBe("running");
    }

    [Fact]
    public async Task Without_the_framework_rows_run_one_by_one_and_the_report_is_written_at_the_end()
    {
        using var bench = new Bench { HasFramework = false, Answer = ScriptedModels.HeldUntil(2) };

        var ran = await bench.RunAsync(typeof(Suites.Forty));

        ran.Rows.Count(r => r.Outcome == Seen.Passed).ShouldBe(40);
        ran.Models.MostInFlight.ShouldBe(2, "both sides of one row");
        ran.Gates.ShouldBeEmpty();
        ran.Row("q01").Warnings.ShouldBe(["no gates run: this project does not use the test framework of LayerEvals (LayerEvalsTestFramework=false)"]);
        File.Exists(Path.Combine(ran.Folder, "report.html")).ShouldBeTrue();
    }
}
