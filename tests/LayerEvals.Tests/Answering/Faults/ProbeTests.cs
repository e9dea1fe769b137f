using System.Collections.Concurrent;
using LayerEvals.Answering;
using LayerEvals.Answering.Faults;
using LayerEvals.Configs;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Answering.Faults;

public sealed class ProbeTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_asking_goes_alone()
    {
        var held = new ConcurrentQueue<TaskCompletionSource<ChatResponse>>();
        var model = Holding(held);
        var attempt = new Asked().Of(new RemoteModel(model));

        var askings = Enumerable.Range(1, 4).Select(number => attempt(Asked.Asking(number), Stop)).ToList();
        model.Asked.Count.ShouldBe(1);
        Release(held);
        while (model.Asked.Count < 4) await Task.Yield();
        while (!held.IsEmpty) Release(held);

        (await Task.WhenAll(askings)).ShouldAllBe(answer => answer.Came);
    }

    [Fact]
    public async Task A_refused_key_is_found_out_by_one_call()
    {
        var asked = new Asked();
        var model = Asked.Always(FaultKind.KeyRefused);
        var attempt = asked.Of(new RemoteModel(model));

        foreach (var asking in Enumerable.Range(1, 4).Select(number => attempt(Asked.Asking(number), Stop)).ToList())
            await Should.ThrowAsync<StoppedException>(asking);

        model.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_nobody_finds_is_called_twice()
    {
        var asked = new Asked();
        var model = Asked.Always(FaultKind.Unreachable);

        await Should.ThrowAsync<StoppedException>(asked.AnswerAsync(asked.Of(new RemoteModel(model))));

        model.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_other_side_waits_for_a_probe_too()
    {
        var held = new ConcurrentQueue<TaskCompletionSource<ChatResponse>>();
        var asked = new Asked();
        var (probed, quick) = (Holding(held), ScriptedModel.Saying(_ => "30 days"));
        var (slow, other) = (asked.Of(new RemoteModel(probed)), asked.Of(new RemoteModel(quick), "pinned"));

        var first = slow(Asked.Asking(), Stop);
        (await other(Asked.Asking(1, "pinned"), Stop)).Came.ShouldBeTrue();
        var second = other(Asked.Asking(2, "pinned"), Stop);
        quick.Asked.Count.ShouldBe(1);
        Release(held);

        (await first).Came.ShouldBeTrue();
        (await second).Came.ShouldBeTrue();
    }

    [Fact]
    public async Task A_connection_that_is_refused_later_is_asked_again()
    {
        var asked = new Asked(new Limits { Attempts = 4 });
        var number = 0;
        var model = new ScriptedModel((_, _) => Interlocked.Increment(ref number) is 2 or 3 or 4 ? throw Asked.Fault(FaultKind.Unreachable) : Task.FromResult(ScriptedModel.Response("30 days")));
        var attempt = asked.Of(new RemoteModel(model));

        (await asked.AnswerAsync(attempt)).Attempts.ShouldBe(1);
        (await asked.AnswerAsync(attempt, 2)).Attempts.ShouldBe(4);
    }

    static ScriptedModel Holding(ConcurrentQueue<TaskCompletionSource<ChatResponse>> held) => new((_, _) =>
    {
        var answer = new TaskCompletionSource<ChatResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        held.Enqueue(answer);
        return answer.Task;
    });

    static void Release(ConcurrentQueue<TaskCompletionSource<ChatResponse>> held)
    {
        held.TryDequeue(out var answer).ShouldBeTrue();
        answer!.SetResult(ScriptedModel.Response("30 days"));
    }
}
