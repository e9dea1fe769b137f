using LayerEvals.Nested;
using LayerEvals.Testing;
using Xunit.Sdk;

namespace LayerEvals.Gates;

public sealed class GateTests
{
    static readonly Func<string, string, CancellationToken, Task<string>> Worse = (side, _, _) => Task.FromResult(side == "new" ? "no" : "yes");

    [Fact]
    public async Task Gates_run_last_one_a_layer_and_one_overall()
    {
        using var bench = new Bench();

        var ran = await bench.RunAsync(typeof(Suites.Forty), typeof(Suites.OneFact));

        ran.Tests.Select(t => t.Name).TakeLast(3).ShouldBe(["gate: prompt", "gate: retrieval", "gate: overall"]);
        ran.Gates.Count.ShouldBe(3);
        ran.Gates.ShouldAllBe(g => g.Outcome == Seen.Passed);
        ran.Verdict.ShouldBe("pass", StringCompareShould.IgnoreCase);
        ran.State.ShouldBe("finished");
        Approve.Text(ran.Gate("overall").Text);
    }

    [Fact]
    public async Task A_regression_fails_the_gate_of_its_layer_and_the_overall_one()
    {
        using var bench = new Bench { Answer = Worse };

        var ran = await bench.RunAsync(typeof(Suites.Forty));

        ran.Rows.ShouldAllBe(r => r.Outcome == Seen.Passed);
        ran.Gate("prompt").Outcome.ShouldBe(Seen.Passed);
        ran.Gate("retrieval").Outcome.ShouldBe(Seen.Failed);
        ran.Gate("overall").Outcome.ShouldBe(Seen.Failed);
        Approve.Text(Shown(ran, "retrieval"), "Regression_of_a_layer");
        Approve.Text(Shown(ran, "overall"), "Regression_overall");
    }

    [Fact]
    public async Task What_is_not_decided_fails_where_the_configuration_says_fail()
    {
        using var bench = new Bench { Gate = "{margin: 5, guard: 60}" };

        var ran = await bench.RunAsync(typeof(Suites.Forty));

        ran.Gate("retrieval").Outcome.ShouldBe(Seen.Passed);
        ran.Gate("overall").Outcome.ShouldBe(Seen.Failed);
        Approve.Text(Shown(ran, "overall"));
    }

    [Fact]
    public async Task What_is_not_decided_is_skipped_where_the_configuration_says_skip()
    {
        using var bench = new Bench { Gate = "{margin: 5, guard: 60, on-not-decided: skip}" };

        var ran = await bench.RunAsync(typeof(Suites.Forty));

        ran.Gate("overall").Outcome.ShouldBe(Seen.Skipped);
        ran.Gate("overall").Text.ShouldStartWith("Not decided: ");
    }

    [Fact]
    public async Task Gates_of_a_filtered_run_are_skipped()
    {
        using var bench = new Bench { Filter = c => c.Traits.TryGetValue("case", out var ids) && ids.Any(id => id is "q01" or "q02" or "q03"), Answer = Worse };

        var ran = await bench.RunAsync(typeof(Suites.Forty));

        ran.Rows.Count.ShouldBe(3);
        ran.Gates.Count.ShouldBe(3);
        ran.Gates.ShouldAllBe(g => g.Outcome == Seen.Skipped && g.Text == "not decided: 3 of 40 cases ran");
        ran.State.ShouldBe("partial");
    }

    [Fact]
    public async Task Gates_of_a_run_without_rows_are_skipped()
    {
        using var bench = new Bench { Filter = c => c.TestClassName!.EndsWith("OneFact", StringComparison.Ordinal) };

        var ran = await bench.RunAsync(typeof(Suites.Forty), typeof(Suites.OneFact));

        ran.Rows.Count.ShouldBe(1);
        ran.Gates.ShouldAllBe(g => g.Outcome == Seen.Skipped && g.Text == "not decided: 0 of 40 cases ran");
        ran.Models.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_shard_runs_its_rows_and_skips_the_gates()
    {
        var rows = new List<string>();
        for (var shard = 1; shard <= 4; shard++)
        {
            using var bench = new Bench { Shard = $"{shard}/4" };
            var ran = await bench.RunAsync(typeof(Suites.Forty));
            rows.AddRange(ran.Rows.Select(r => r.Name));
            ran.Gates.ShouldAllBe(g => g.Outcome == Seen.Skipped && g.Text == $"not decided: {ran.Rows.Count} of 40 cases ran (shard {shard}/4)");
        }

        rows.Order().ShouldBe(Enumerable.Range(1, 40).Select(i => $"q{i:00}"));
    }

    [Fact]
    public async Task A_test_left_out_is_missing_evidence_even_where_another_asks_its_cases()
    {
        using var bench = new Bench { Filter = c => c.TestClassName!.EndsWith("FortyAgain", StringComparison.Ordinal) };

        var ran = await bench.RunAsync(typeof(Suites.Forty), typeof(Suites.FortyAgain));

        ran.Gates.ShouldAllBe(g => g.Outcome == Seen.Skipped && g.Text == "not decided: tests of these cases were left out");
        ran.Verdict.ShouldBe("not-decided");
    }

    [Fact]
    public async Task Explicit_rows_that_nobody_asked_for_are_left_out_as_by_a_filter()
    {
        using var bench = new Bench();

        var ran = await bench.RunAsync(typeof(Suites.Nightly), typeof(Suites.Four));

        ran.Gates.ShouldAllBe(g => g.Outcome == Seen.Skipped && g.Text == "not decided: 4 of 44 cases ran");
    }

    [Fact]
    public async Task Gates_run_with_explicit_tests_alone_too()
    {
        using var bench = new Bench { Explicit = ExplicitOption.Only };

        var ran = await bench.RunAsync(typeof(Suites.Nightly));

        ran.Gate("overall").Outcome.ShouldBe(Seen.Passed);
    }

    [Fact]
    public async Task A_set_without_a_case_in_the_shard_is_one_skipped_row()
    {
        using var bench = new Bench { Shard = "1/999" };

        var ran = await bench.RunAsync(typeof(Suites.Four));

        ran.Errors.ShouldBeEmpty();
        ran.Rows.ShouldHaveSingleItem().Outcome.ShouldBe(Seen.Skipped);
        ran.Rows[0].Text.ShouldBe("shard 1/999 holds no case of four");
        ran.Gates.ShouldAllBe(g => g.Outcome == Seen.Skipped);
    }

    [Fact]
    public async Task A_row_that_skips_itself_leaves_the_gates_not_decided()
    {
        using var bench = new Bench();

        var ran = await bench.RunAsync(typeof(Suites.SkipsItself));

        ran.Row("two").Outcome.ShouldBe(Seen.Skipped);
        ran.Gates.ShouldAllBe(g => g.Outcome == Seen.Failed && g.Text.Contains("Not decided: 3 of 4 cases ran."));
    }

    [Fact]
    public async Task A_run_whose_rows_were_all_skipped_is_not_a_pass()
    {
        using var bench = new Bench { Answer = (_, _, _) => throw new HttpRequestException("connection refused") };

        var ran = await bench.RunAsync(typeof(Suites.Four));

        ran.Rows.ShouldAllBe(r => r.Outcome == Seen.Skipped);
        ran.Gates.ShouldAllBe(g => g.Outcome == Seen.Failed && g.Text.Contains("nothing was scored") && g.Text.Contains("Not decided"));
    }

    [Fact]
    public async Task Problems_of_the_plan_show_once_and_no_model_is_asked()
    {
        using var bench = new Bench();

        var ran = await bench.RunAsync(typeof(Suites.Broken), typeof(Suites.Four), typeof(Suites.OneFact));

        ran.Models.Asked.ShouldBeEmpty();
        ran.Rows.ShouldHaveSingleItem().Name.ShouldEndWith("Holds");
        ran.Gates.ShouldHaveSingleItem().Outcome.ShouldBe(Seen.Failed);
        ran.Folders.ShouldBeEmpty();
        Approve.Text(Shown(ran, "plan"));
    }

    [Fact]
    public async Task A_warning_of_the_plan_is_a_warning_of_the_overall_gate()
    {
        using var bench = new Bench { Gate = "{margin: 5, guard: 60}" };

        var ran = await bench.RunAsync(typeof(Suites.Forty));

        ran.Gate("overall").Warnings.ShouldHaveSingleItem().ShouldContain("LE3005: a Pass is impossible by size: overall has 40 cases");
    }

    [Fact]
    public async Task The_report_is_added_to_the_summary_of_the_job()
    {
        using var folder = new TempFolder();
        using var bench = new Bench { Summary = folder.Write("summary.md", "# Another step\n") };

        var ran = await bench.RunAsync(typeof(Suites.Forty));

        var summary = await File.ReadAllTextAsync(bench.Summary, TestContext.Current.CancellationToken);
        summary.ShouldStartWith("# Another step\n<!-- layerevals bench-");
        summary.ShouldEndWith(await File.ReadAllTextAsync(Path.Combine(ran.Folders.ShouldHaveSingleItem(), "report.md"), TestContext.Current.CancellationToken) + "\n");
    }

    [Fact]
    public async Task A_summary_that_cannot_be_written_is_a_warning_of_the_overall_gate()
    {
        using var folder = new TempFolder();
        using var bench = new Bench { Summary = folder.Path };

        var ran = await bench.RunAsync(typeof(Suites.Forty));

        ran.Gate("overall").Warnings.ShouldHaveSingleItem().ShouldContain("was not added to GITHUB_STEP_SUMMARY");
    }

    // The temporary folder lies near the repository on some machines and far from it on others.
    static string Shown(Ran ran, string gate) => ran.Gate(gate).Text
        .Replace(Path.GetRelativePath(Repository.Root, ran.TempFolder).Replace('\\', '/'), "{temp}", StringComparison.Ordinal)
        .Replace(ran.TempFolder, "{temp}", StringComparison.Ordinal);
}
