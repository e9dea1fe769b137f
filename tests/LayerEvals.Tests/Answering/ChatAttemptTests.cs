using LayerEvals.Answering;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Answering;

public sealed class ChatAttemptTests
{
    readonly HandMovedClock clock = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_model_says_is_the_answer()
    {
        var model = new ScriptedModel((_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "30 days."))
        {
            ModelId = "vendor-2026-01-01",
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = 12, OutputTokenCount = 3 },
            AdditionalProperties = new AdditionalPropertiesDictionary { ["system_fingerprint"] = "fp-1" },
        }));

        var answer = await AskAsync(model, Asking("How long?"));

        answer.ShouldSatisfyAllConditions(
            a => a.Came.ShouldBeTrue(), a => a.Text.ShouldBe("30 days."), a => a.Turns.ShouldBeEmpty(), a => a.Model.ShouldBe("vendor-2026-01-01"), a => a.FinishReason.ShouldBe("stop"),
            a => a.Usage.ShouldBe(new TokenUsage(12, 3)), a => a.Fingerprint.ShouldBe("fp-1"), a => a.Case.ShouldBe("set/case"), a => a.Configuration.ShouldBe("candidate"), a => a.Sample.ShouldBe(1));
    }

    [Fact]
    public async Task The_settings_of_the_configuration_reach_the_client()
    {
        var model = ScriptedModel.Saying("{}");
        var sampling = new Sampling { Temperature = 0.25, TopP = 0.5, MaxOutputTokens = 800, Seed = 7, ResponseFormat = "json" };

        await AskAsync(model, Asking("How long?") with { Model = Model() with { Sampling = sampling }, Sample = 3 });

        var options = model.Asked.ShouldHaveSingleItem().Options.ShouldNotBeNull();
        options.ModelId.ShouldBe("vendor-2026-01-01");
        options.Temperature.ShouldBe(0.25f);
        options.TopP.ShouldBe(0.5f);
        options.MaxOutputTokens.ShouldBe(800);
        options.Seed.ShouldBe(9);
        options.ResponseFormat.ShouldBe(ChatResponseFormat.Json);
    }

    [Fact]
    public async Task Settings_that_are_not_written_are_left_to_the_vendor()
    {
        var model = ScriptedModel.Saying("30 days.");

        await AskAsync(model, Asking("How long?"));

        var options = model.Asked.ShouldHaveSingleItem().Options.ShouldNotBeNull();
        options.ShouldSatisfyAllConditions(o => o.Temperature.ShouldBeNull(), o => o.TopP.ShouldBeNull(), o => o.MaxOutputTokens.ShouldBeNull(), o => o.Seed.ShouldBeNull(), o => o.ResponseFormat.ShouldBeNull());
    }

    [Fact]
    public async Task Each_asked_turn_sees_the_answers_before_it()
    {
        var model = ScriptedModel.Saying("It is 30.", "It is still 30.");
        var asking = Asking("") with { Messages = [new("system", "Be brief."), new("user", "The fee?"), new("assistant", null), new("user", "Is it not 40?"), new("assistant", null)] };

        var answer = await AskAsync(model, asking);

        answer.Text.ShouldBe("It is still 30.");
        answer.Turns.ShouldBe(["It is 30.", "It is still 30."]);
        model.Asked.Select(a => string.Join(" | ", a.Messages.Select(m => $"{m.Role}: {m.Text}"))).ShouldBe(
        [
            "system: Be brief. | user: The fee?",
            "system: Be brief. | user: The fee? | assistant: It is 30. | user: Is it not 40?",
        ]);
    }

    [Fact]
    public async Task Tool_calls_are_kept_in_order()
    {
        var message = new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("1", "find", new Dictionary<string, object?> { ["id"] = "C-4" }), new FunctionCallContent("2", "stop")]);

        var answer = await AskAsync(new ScriptedModel((_, _) => Task.FromResult(new ChatResponse(message))), Asking("Find it."));

        answer.Text.ShouldBe("");
        answer.ToolCalls.ShouldBe([new ToolCall("find", "{\"id\":\"C-4\"}"), new ToolCall("stop", "{}")]);
    }

    [Fact]
    public async Task An_exception_is_the_error_of_its_asking()
    {
        var model = new ScriptedModel((_, _) => throw new HttpRequestException("429 \u001b[31mtoo many"));

        var answer = await AskAsync(model, Asking("How long?"));

        answer.Error.ShouldBe("HttpRequestException: 429 \\u001b[31mtoo many");
        answer.Text.ShouldBe("");
        answer.Came.ShouldBeFalse();
    }

    [Fact]
    public async Task A_client_that_gives_up_by_itself_is_an_error_and_no_cancellation()
    {
        var model = new ScriptedModel((_, _) => throw new TaskCanceledException("the client's own limit"));

        var answer = await AskAsync(model, Asking("How long?"));

        answer.Error.ShouldBe("TaskCanceledException: the client's own limit");
    }

    [Fact]
    public async Task No_answer_in_time_is_an_error_that_says_so()
    {
        var model = new ScriptedModel(async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return ScriptedModel.Response("too late");
        });
        var asking = AskAsync(model, Asking("How long?"));

        clock.Advance(TimeSpan.FromSeconds(60));

        var answer = await asking;
        answer.Error.ShouldBe("no answer within 60 s");
        answer.LatencyMs.ShouldBe(60_000);
    }

    [Fact]
    public async Task A_client_that_does_not_listen_ends_at_the_limit_too()
    {
        var never = new TaskCompletionSource<ChatResponse>();
        var asking = AskAsync(new ScriptedModel((_, _) => never.Task), Asking("How long?"));

        clock.Advance(TimeSpan.FromSeconds(60));

        (await asking.WaitAsync(TimeSpan.FromSeconds(30), Stop)).Error.ShouldBe("no answer within 60 s");
    }

    [Fact]
    public async Task A_cancellation_goes_through()
    {
        using var stop = new CancellationTokenSource();
        var asking = AskAsync(new ScriptedModel(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return ScriptedModel.Response("");
        }), Asking("How long?"), stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asking);
    }

    [Fact]
    public async Task A_cancellation_that_a_client_wraps_in_an_error_of_its_own_is_still_no_answer()
    {
        using var stop = new CancellationTokenSource();
        var asking = AskAsync(new ScriptedModel(async (_, token) =>
        {
            var stopped = new TaskCompletionSource();
            await using var registration = token.Register(stopped.SetResult);
            await stopped.Task;
            throw new IOException("connection aborted");
        }), Asking("How long?"), stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asking);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_recorded_as_the_checks_see_it()
    {
        var answer = await AskAsync(ScriptedModel.Saying("a\uD800b"), Asking("How long?"));

        answer.Text.ShouldBe("a\uFFFDb");
    }

    Task<Answer> AskAsync(ScriptedModel model, Asking asking, CancellationToken? stop = null) => new ChatAttempt(model, TimeSpan.FromSeconds(60), clock).AskAsync(asking, stop ?? Stop);

    static Asking Asking(string question) => new(new GoldenCase { Set = "set", Id = "case" }, Model(), 1, [new("user", question)]);

    static ModelConfiguration Model() => new() { Name = "candidate", Provider = "code", Model = "vendor-2026-01-01" };
}
