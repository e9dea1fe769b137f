using LayerEvals.Runs;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

public sealed class SideBySideTests
{
    readonly List<string> warnings = [];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_assertion_that_throws_is_failed_and_the_row_is_warned()
    {
        using var eval = Worse();
        await using var run = eval.Open();
        var answers = await AskAsync(run);

        answers.Should("say 30", Layers.Prompt, a => a.Text.ShouldContain(" 30 "));

        Findings(run).ShouldBe(["0 say 30 prompt Passed", "1 say 30 prompt Failed"]);
        warnings.ShouldBe(["got worse: say 30 (bump failed it, pinned passed)"]);
    }

    [Fact]
    public async Task Any_other_exception_is_errored()
    {
        using var eval = Worse();
        await using var run = eval.Open();
        var answers = await AskAsync(run);

        await answers.Should("judge", Layers.Alignment, _ => Task.FromException(new HttpRequestException("the judge is away")));

        Findings(run).ShouldBe(["0 judge alignment Errored", "1 judge alignment Errored"]);
        run.Records["small/q-1"].Code.First().Finding.Reason.ShouldBe("the check crashed: HttpRequestException: the judge is away");
        warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_test_goes_through_its_checks_and_one_that_gives_up_by_itself_is_errored()
    {
        var answer = new Answer { Case = "small/q-1", Configuration = "old", Text = "Yes." };
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => CodeCheck.RunAsync(answer, _ => throw new OperationCanceledException(), stopped.Token));
        var byItself = await CodeCheck.RunAsync(answer, _ => throw new OperationCanceledException("too slow"), CancellationToken.None);

        byItself.ShouldBe(Finding.Error("the check crashed: OperationCanceledException: too slow"));
    }

    [Fact]
    public async Task No_answer_is_errored_and_an_empty_one_failed_without_asking_the_check()
    {
        using var eval = new SmallEval(SmallEval.Questions(1)) { Baseline = ScriptedModel.Saying(), Candidate = ScriptedModel.Saying("\u200B ") };
        await using var run = eval.Open();
        var answers = await AskAsync(run);

        answers.Should("say nothing bad", Layers.Prompt, _ => Assert.Fail("asked"));

        run.Records["small/q-1"].Code.Select(f => f.Finding).ShouldBe([Finding.Error("no answer: InvalidOperationException: the script is at its end"), Finding.Fail("the answer is empty")]);
    }

    [Fact]
    public async Task A_name_stands_once_in_a_row()
    {
        using var eval = Worse();
        await using var run = eval.Open();
        var answers = await AskAsync(run);
        answers.Should("once", Layers.Prompt, _ => { });

        Should.Throw<ArgumentException>(() => answers.Should("once", Layers.Prompt, _ => { })).Message.ShouldContain("`once` again");
    }

    [Fact]
    public async Task A_layer_is_one_of_the_configuration()
    {
        using var eval = Worse();
        await using var run = eval.Open();
        var answers = await AskAsync(run);

        Should.Throw<ArgumentException>(() => answers.Should("price", new Layer("pricing", "", "", ""), _ => { })).Message.ShouldContain("expected a layer of the configuration, found `pricing`");
    }

    [Fact]
    public async Task Declared_checks_that_got_worse_warn_their_row()
    {
        using var eval = Worse();
        await using var run = eval.Open();
        var answers = await AskAsync(run);

        answers.ShouldPassGoldenChecks();

        warnings.ShouldBe(["got worse: expect (bump failed it, pinned passed)"]);
    }

    static SmallEval Worse() => new(SmallEval.Questions(1)) { Candidate = ScriptedModel.Saying(_ => "You have 130 days.") };

    async Task<SideBySide> AskAsync(Run run) => new(run, await run.AskBothAsync(run.Plan.Cases[0], Stop), "Test", warnings.Add);

    static IEnumerable<string> Findings(Run run) => run.Records["small/q-1"].Code.Select(f => $"{f.Side} {f.Check} {f.Layer} {f.Finding.Outcome}");
}
