using LayerEvals.Nested;

namespace LayerEvals.Running;

public sealed class SoftCheckTests
{
    [Fact]
    public async Task Assertions_of_Shouldly_and_xUnit_fail_a_check_and_other_exceptions_make_it_errored()
    {
        using var bench = new Bench { Answer = (side, question, _) => Task.FromResult(side == "new" && question == "two" ? "yes, maybe" : "yes") };

        var ran = await bench.RunAsync(typeof(Suites.SoftChecks));

        ran.Rows.ShouldAllBe(r => r.Outcome == Seen.Passed);
        ran.Scores("one", "shouldly").ShouldBe(["old: Passed", "new: Passed"]);
        Outcomes(ran, "shouldly").ShouldBe(["old: Passed", "new: Failed"]);
        Outcomes(ran, "xunit").ShouldBe(["old: Passed", "new: Failed"]);
        Outcomes(ran, "awaited").ShouldBe(["old: Passed", "new: Failed"]);
        ran.Scores("two", "crash").ShouldBe(["old: Errored (the check crashed: FormatException: not a number)", "new: Errored (the check crashed: FormatException: not a number)"]);
        ran.Row("two").Warnings.ShouldBe([
            "got worse: shouldly (new failed it, old passed)", "got worse: xunit (new failed it, old passed)", "got worse: awaited (new failed it, old passed)"]);
    }

    [Fact]
    public async Task A_check_that_gave_up_by_itself_is_errored_and_does_not_end_its_row()
    {
        using var bench = new Bench { Answer = (side, question, _) => Task.FromResult(side == "new" && question == "two" ? "no" : "yes") };

        var ran = await bench.RunAsync(typeof(Suites.ImpatientCheck));

        ran.Row("two").Outcome.ShouldBe(Seen.Passed, "nobody cancelled the test");
        ran.Scores("two", "judged in time").ShouldBe(["old: Passed", "new: Errored (the check crashed: TaskCanceledException: the judge took too long)"]);
    }

    [Fact]
    public async Task A_check_for_an_unknown_layer_fails_its_row_and_names_the_layers()
    {
        using var bench = new Bench();

        var ran = await bench.RunAsync(typeof(Suites.UnknownLayer));

        ran.Row("one").Outcome.ShouldBe(Seen.Failed);
        ran.Row("one").Text.ShouldContain("expected a layer of the configuration, found `kindness`; known: pre-training, fine-tuning, alignment, prompt, retrieval, tools, verification");
    }

    [Fact]
    public async Task A_check_name_twice_in_a_row_fails_the_row()
    {
        using var bench = new Bench();

        var ran = await bench.RunAsync(typeof(Suites.SameNameTwice));

        ran.Row("one").Outcome.ShouldBe(Seen.Failed);
        ran.Row("one").Text.ShouldContain("expected each check of a row once, found `short` again; give one of them another name");
    }

    static IEnumerable<string> Outcomes(Ran ran, string check) => ran.Scores("two", check).Select(s => s.Split(" (")[0]);
}
