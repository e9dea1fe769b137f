using LayerEvals.Runs;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

public sealed class ObservedDiscordanceTests
{
    // 3 got worse, 2 got better of 10: 2 of each changed both ways alike, 40 %.
    [Fact]
    public async Task What_changed_both_ways_alike_is_noise()
    {
        using var eval = new SmallEval(SmallEval.Questions(10))
        {
            Baseline = ScriptedModel.Saying(q => q is "Question 1?" or "Question 2?" ? "No idea." : "You have 30 days."),
            Candidate = ScriptedModel.Saying(q => q is "Question 3?" or "Question 4?" or "Question 5?" ? "No idea." : "You have 30 days."),
        };
        var result = await eval.RunAsync();

        var observed = ObservedDiscordance.Of(result.Folder, "runs/small");

        observed.Share.ShouldBe(0.4, 1e-12);
        observed.Why.ShouldBe("in runs/small 3 got worse and 2 got better of 10 cases, so 40.0 % changed both ways alike");
    }

    [Fact]
    public async Task A_run_without_noise_is_taken_for_two_percent()
    {
        using var eval = new SmallEval(SmallEval.Questions(4));
        var result = await eval.RunAsync();

        var observed = ObservedDiscordance.Of(result.Folder, "runs/small");

        observed.Share.ShouldBe(0.02);
        observed.Why.ShouldEndWith("taken for 2 %, the least that is assumed");
    }

    // The baseline passes one of two samples of question 1: p(1-p)k/(k-1) is 1/2 there, 1/8 over four cases; the candidate never wavers.
    [Fact]
    public async Task Where_cases_were_asked_twice_it_is_how_often_two_askings_disagree()
    {
        var asked = 0;
        using var eval = new SmallEval(SmallEval.Questions(4), "samples: 2")
        {
            Baseline = ScriptedModel.Saying(q => q == "Question 1?" && Interlocked.Increment(ref asked) == 1 ? "No idea." : "You have 30 days."),
        };
        var result = await eval.RunAsync();

        var observed = ObservedDiscordance.Of(result.Folder, "runs/small");

        observed.Share.ShouldBe(0.125, 1e-12);
        observed.Why.ShouldBe("in runs/small two askings of one case disagree in 12.5 % of 4 cases");
    }

    [Fact]
    public async Task A_case_with_an_error_is_left_out()
    {
        using var eval = new SmallEval(SmallEval.Questions(3))
        {
            Candidate = ScriptedModel.Saying(q => q == "Question 1?" ? throw new InvalidOperationException("down") : "You have 30 days."),
        };
        var result = await eval.RunAsync();

        ObservedDiscordance.Of(result.Folder, "runs/small").Why.ShouldContain("of 2 cases");
    }

    [Fact]
    public void A_folder_that_is_no_run_is_refused()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));

        Should.Throw<PlanException>(() => ObservedDiscordance.Of(eval.At("nowhere"), "nowhere")).Message.ShouldContain("LE4002");
    }
}
