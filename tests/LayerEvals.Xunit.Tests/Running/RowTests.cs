using LayerEvals.Nested;

namespace LayerEvals.Running;

public sealed class RowTests
{
    [Fact]
    public async Task A_case_is_a_test_named_by_its_id_with_its_traits()
    {
        using var bench = new Bench();

        var ran = await bench.RunAsync(typeof(Suites.Four));

        ran.Errors.ShouldBeEmpty();
        ran.Rows.Select(r => r.Name).Order().ShouldBe(["four", "one", "three", "two"]);
        ran.Rows.ShouldAllBe(r => r.Outcome == Seen.Passed);
        ran.Row("one").Traits.OrderBy(t => t.Key).Select(t => $"{t.Key}={string.Join('|', t.Value)}")
            .ShouldBe(["case=one|four/one", "layer=retrieval", "set=four", "tag=first|odd"]);
        ran.Row("three").Traits["layer"].ShouldBe(["retrieval", "prompt"]);
    }

    [Fact]
    public async Task Rows_run_at_the_same_time_up_to_the_limit_and_never_above()
    {
        using var bench = new Bench { Limits = "{in-flight: 5}", Answer = ScriptedModels.HeldUntil(5) };

        var ran = await bench.RunAsync(typeof(Suites.Forty), typeof(Suites.Four));

        ran.Rows.Count(r => r.Outcome == Seen.Passed).ShouldBe(44);
        ran.Models.MostInFlight.ShouldBe(5);
    }

    [Fact]
    public async Task Rows_that_are_made_late_run_at_the_same_time_too_and_are_the_whole_plan()
    {
        using var bench = new Bench { Limits = "{in-flight: 5}", PreEnumerates = false, Answer = ScriptedModels.HeldUntil(5) };

        var ran = await bench.RunAsync(typeof(Suites.Forty));

        ran.Rows.Count(r => r.Outcome == Seen.Passed).ShouldBe(40);
        ran.Models.MostInFlight.ShouldBe(5);
        ran.Gate("overall").Outcome.ShouldBe(Seen.Passed);
        ran.State.ShouldBe("finished");
    }

    [Fact]
    public async Task Rows_that_block_their_threads_do_not_starve_one_another()
    {
        using var bench = new Bench { Limits = "{in-flight: 24}", Answer = ScriptedModels.HeldUntil(24) };

        var ran = await bench.RunAsync(typeof(Suites.Blocking));

        ran.Rows.Count(r => r.Outcome == Seen.Passed).ShouldBe(40);
        ran.Models.MostInFlight.ShouldBe(24);
    }

    [Fact]
    public async Task A_case_in_two_tests_is_asked_once()
    {
        using var bench = new Bench();

        var ran = await bench.RunAsync(typeof(Suites.Forty), typeof(Suites.FortyAgain));

        ran.Rows.Count(r => r.Outcome == Seen.Passed).ShouldBe(80);
        ran.Models.Asked.Count.ShouldBe(80, "40 cases on two sides");
        ran.Gate("overall").Outcome.ShouldBe(Seen.Passed);
    }

    [Fact]
    public async Task One_run_reaches_the_constructors_of_all_classes()
    {
        using var bench = new Bench();

        var ran = await bench.RunAsync(typeof(Suites.SameRun), typeof(Suites.Forty), typeof(Suites.OneFact));

        ran.Rows.Count(r => r.Outcome == Seen.Passed).ShouldBe(46);
        ran.Folders.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_row_whose_candidate_got_worse_passes_with_a_warning()
    {
        using var bench = new Bench { Answer = (side, question, _) => Task.FromResult(side == "new" && question == "two" ? "no" : "yes") };

        var ran = await bench.RunAsync(typeof(Suites.Four));

        ran.Row("two").Outcome.ShouldBe(Seen.Passed);
        ran.Row("two").Warnings.ShouldBe(["got worse: contains (new failed it, old passed)"]);
        ran.Row("one").Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_that_could_not_be_answered_is_skipped_with_its_reason_and_its_checks_are_errored()
    {
        const string Broke = "the connection broke before the answer was whole (connection refused); see the network between here and the vendor; resuming the run asks again";
        using var bench = new Bench
        {
            Limits = "{in-flight: 4, attempts: 1}",
            Answer = (side, question, _) => side == "new" && question == "one" ? throw new HttpRequestException("connection refused") : Task.FromResult("yes"),
        };

        var ran = await bench.RunAsync(typeof(Suites.SoftChecks));

        ran.Row("one").Outcome.ShouldBe(Seen.Skipped);
        ran.Row("one").Text.ShouldBe($"no answer from new: {Broke}");
        ran.Scores("one", "contains").ShouldBe(["old: Passed", $"new: Errored (no answer: {Broke})"]);
        ran.Scores("one", "shouldly").ShouldBe(["old: Errored (not reached: the row threw before it)", "new: Errored (not reached: the row threw before it)"]);
    }

    [Fact]
    public async Task A_plain_assertion_on_one_answer_fails_its_row_and_what_it_did_not_reach_is_errored()
    {
        using var bench = new Bench { Answer = (_, question, _) => Task.FromResult(question == "two" ? "yes\nand no" : "yes") };

        var ran = await bench.RunAsync(typeof(Suites.HardAssertion));

        ran.Row("two").Outcome.ShouldBe(Seen.Failed);
        ran.Row("two").Text.ShouldContain("should not contain");
        ran.Rows.Count(r => r.Outcome == Seen.Passed).ShouldBe(3);
        ran.Scores("one", "one word").ShouldBe(["old: Passed", "new: Passed"]);
        ran.Scores("two", "one word").ShouldBe(["old: Errored (not reached: the row threw before it)", "new: Errored (not reached: the row threw before it)"]);
    }
}
