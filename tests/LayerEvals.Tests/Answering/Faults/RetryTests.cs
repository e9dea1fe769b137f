using LayerEvals.Answering;
using LayerEvals.Answering.Faults;
using LayerEvals.Configs;

namespace LayerEvals.Tests.Answering.Faults;

public sealed class RetryTests
{
    [Theory]
    [InlineData("RateLimited")]
    [InlineData("Overloaded")]
    [InlineData("ServerError")]
    [InlineData("TimedOut")]
    [InlineData("Conflict")]
    [InlineData("ConnectionLost")]
    [InlineData("Unreadable")]
    [InlineData("Unreachable")]
    public async Task What_passes_is_asked_again_and_the_history_is_kept(string kind)
    {
        var asked = new Asked();
        var model = Asked.Failing(Asked.Fault(Enum.Parse<FaultKind>(kind)));

        var answer = await asked.AnswerAsync(asked.Of(model));

        (answer.Text, answer.Attempts).ShouldBe(("30 days", 2));
        answer.Failures.ShouldHaveSingleItem().Error.ShouldBe(kind);
        model.Asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("BadRequest")]
    [InlineData("PromptFiltered")]
    public async Task What_does_not_pass_is_asked_once(string kind)
    {
        var asked = new Asked();
        var model = Asked.Always(Enum.Parse<FaultKind>(kind));

        var answer = await asked.AnswerAsync(asked.Of(model));

        (answer.Error, answer.Attempts).ShouldBe((kind, 1));
        model.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_the_last_attempt_the_asking_is_errored_with_the_history()
    {
        var asked = new Asked(new Limits { Attempts = 3 });
        var model = Asked.Failing(Asked.Fault(FaultKind.ServerError), Asked.Fault(FaultKind.ConnectionLost), Asked.Fault(FaultKind.Overloaded));

        var answer = await asked.AnswerAsync(asked.Of(model));

        answer.Error.ShouldBe("no answer after 3 attempts. The last: Overloaded");
        answer.Failures.Select(f => f.Error).ShouldBe(["ServerError", "ConnectionLost", "Overloaded"]);
        answer.Attempts.ShouldBe(3);
        model.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task One_attempt_is_no_retry()
    {
        var asked = new Asked(new Limits { Attempts = 1 });

        (await asked.AnswerAsync(asked.Of(Asked.Always(FaultKind.ServerError)))).Error.ShouldBe("ServerError");
    }

    [Fact]
    public async Task The_vendor_says_how_long_to_wait()
    {
        var asked = new Asked();

        var answer = await asked.AnswerAsync(asked.Of(Asked.Failing(Asked.Fault(FaultKind.Overloaded, retryAfter: 7))));

        answer.LatencyMs.ShouldBe(7000);
        answer.Failures[0].AfterMs.ShouldBe(0);
    }

    [Fact]
    public async Task Waits_grow_and_are_spread_by_the_seed()
    {
        var (first, second) = (new Asked(), new Asked());

        var answer = await first.AnswerAsync(first.Of(Asked.Always(FaultKind.ServerError)));
        var again = await second.AnswerAsync(second.Of(Asked.Always(FaultKind.ServerError)));

        // 1, 2, 4 and 8 s, each between nothing and about twice that.
        answer.LatencyMs.ShouldBeInRange(1000, 40_000);
        again.Failures.ShouldBe(answer.Failures);
    }

    [Fact]
    public async Task A_wait_longer_than_the_whole_asking_may_take_is_not_begun()
    {
        var asked = new Asked(new Limits { TotalTimeout = TimeSpan.FromHours(2) });
        var far = new ScriptedModel((_, _) => throw Asked.Fault(FaultKind.RateLimited, retryAfter: 3 * 3600));

        var answer = await asked.AnswerAsync(asked.Of(far));

        (answer.Attempts, answer.LatencyMs).ShouldBe((1, 0));
        far.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("KeyRefused")]
    [InlineData("NotAllowed")]
    [InlineData("NotFound")]
    [InlineData("OutOfCredit")]
    [InlineData("Certificate")]
    [InlineData("SettingRefused")]
    public async Task What_every_other_call_would_meet_too_stops_the_run(string kind)
    {
        var asked = new Asked();
        var model = Asked.Always(Enum.Parse<FaultKind>(kind));
        var (attempt, other) = (asked.Of(model), asked.Of(ScriptedModel.Saying(_ => "30 days"), "pinned"));

        var stopped = await Should.ThrowAsync<StoppedException>(attempt(Asked.Asking(), TestContext.Current.CancellationToken));
        var second = await Should.ThrowAsync<StoppedException>(attempt(Asked.Asking(2), TestContext.Current.CancellationToken));
        var third = await Should.ThrowAsync<StoppedException>(other(Asked.Asking(3, "pinned"), TestContext.Current.CancellationToken));

        stopped.Message.ShouldBe($"openai bump: {kind}");
        second.Message.ShouldBe(stopped.Message);
        third.Message.ShouldBe(stopped.Message);
        model.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_outage_stops_the_run_after_twenty_askings_in_a_row()
    {
        var asked = new Asked(new Limits { Attempts = 1 });
        var attempt = asked.Of(Asked.Always(FaultKind.ServerError));
        for (var number = 1; number < 20; number++) (await asked.AnswerAsync(attempt, number)).Error.ShouldBe("ServerError");

        var stopped = await Should.ThrowAsync<StoppedException>(attempt(Asked.Asking(20), TestContext.Current.CancellationToken));

        stopped.Message.ShouldBe("openai bump: 20 askings in a row came to nothing. The last: ServerError");
    }

    [Fact]
    public async Task An_answer_in_between_ends_the_row()
    {
        var asked = new Asked(new Limits { Attempts = 1 });
        var attempt = asked.Of(new ScriptedModel((messages, _) => messages[^1].Text == "Question 10?" ? Task.FromResult(ScriptedModel.Response("30 days")) : throw Asked.Fault(FaultKind.ServerError)));

        for (var number = 1; number <= 25; number++) (await asked.AnswerAsync(attempt, number)).Came.ShouldBe(number == 10);
    }

    [Fact]
    public async Task Prompts_that_a_filter_refuses_in_a_row_stop_nothing()
    {
        var asked = new Asked();
        var attempt = asked.Of(Asked.Always(FaultKind.PromptFiltered));

        for (var number = 1; number <= 25; number++) (await asked.AnswerAsync(attempt, number)).Error.ShouldBe("PromptFiltered");
    }

    [Fact]
    public async Task A_cancellation_ends_a_wait_at_once()
    {
        var asked = new Asked();
        using var stop = new CancellationTokenSource();
        var asking = asked.Of(Asked.Failing(Asked.Fault(FaultKind.Overloaded, retryAfter: 7)))(Asked.Asking(), stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asking);
    }

    [Fact]
    public async Task An_exception_that_is_no_fault_of_a_call_is_not_asked_again()
    {
        var asked = new Asked();
        var model = new ScriptedModel((_, _) => throw new InvalidOperationException("no luck"));

        (await asked.AnswerAsync(asked.Of(model))).Error.ShouldBe("InvalidOperationException: no luck");
        model.Asked.Count.ShouldBe(1);
    }
}
