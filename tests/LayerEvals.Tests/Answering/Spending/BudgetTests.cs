using LayerEvals.Answering;
using LayerEvals.Answering.Spending;

namespace LayerEvals.Tests.Answering.Spending;

public sealed class BudgetTests
{
    // Input costs nothing, so that an asking costs at most its 100 tokens: 1 USD.
    static readonly Price AMillionth = new(0, 10_000);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_in_flight_is_counted()
    {
        var budget = new Budget(3);
        var held = new Held();
        var three = Enumerable.Range(0, 3).Select(_ => budget.AskAsync(held.AskAsync, One(), Stop)).ToList();

        var fourth = budget.AskAsync(held.AskAsync, One(), Stop);

        held.Asked.ShouldBe(3);
        fourth.IsCompleted.ShouldBeFalse();
        // The first turns out cheap, and its rest lets the fourth in.
        held.Answer(tokens: 10);
        held.Answer(tokens: 0);
        await held.AskedAsync(4);
        for (var i = 0; i < 2; i++) held.Answer(tokens: 100);
        await Task.WhenAll([.. three, fourth]);
        budget.Spent.ShouldBe(2.1, 1e-12);
    }

    [Fact]
    public async Task When_nothing_is_in_flight_and_a_call_does_not_fit_the_run_stops()
    {
        var budget = new Budget(1.5);
        var held = new Held();
        var first = budget.AskAsync(held.AskAsync, One(), Stop);
        var second = budget.AskAsync(held.AskAsync, One(), Stop);

        held.Answer(tokens: 100);

        (await first).Came.ShouldBeTrue();
        (await Should.ThrowAsync<StoppedException>(second)).Message.ShouldBe("The budget does not allow another call: 1.00 USD of 1.50 USD are spent, and a call may cost up to 1.00 USD. Raise `budget-usd`, and the same command goes on with the run.");
        held.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_cheaper_call_may_still_fit()
    {
        var budget = new Budget(1.5);
        budget.Add(1);

        await Should.ThrowAsync<StoppedException>(budget.AskAsync(Answering(100), One(), Stop));
        (await budget.AskAsync(Answering(50), One(most: 50), Stop)).Came.ShouldBeTrue();

        budget.Spent.ShouldBe(1.5, 1e-12);
    }

    // The law: whatever answers cost up to the most, and whoever comes first, no more is spent than the budget.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task It_is_never_overshot(int seed)
    {
        var random = new Random(seed);
        var budget = new Budget(20);
        var costs = Enumerable.Range(0, 200).Select(_ => random.Next(0, 101)).ToList();

        var asked = await Task.WhenAll(costs.Select(tokens => Task.Run(() => AskedAsync(budget, tokens), Stop)));

        budget.Spent.ShouldBeLessThanOrEqualTo(20 + 1e-9);
        budget.Spent.ShouldBeGreaterThan(19);
        budget.Spent.ShouldBe(costs.Where((_, i) => asked[i]).Sum() / 100.0, 1e-9);
    }

    [Fact]
    public async Task A_call_that_was_cancelled_is_counted_in_full_and_lets_others_go_on()
    {
        using var stop = new CancellationTokenSource();
        var budget = new Budget(1.5);
        var cut = budget.AskAsync((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation).ContinueWith<Answer>(_ => throw new OperationCanceledException(cancellation), TaskScheduler.Default), One(), stop.Token);
        var waiting = budget.AskAsync(Answering(50), One(), Stop);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(cut);
        await Should.ThrowAsync<StoppedException>(waiting);
        budget.Spent.ShouldBe(1, 1e-12);
    }

    [Fact]
    public async Task One_that_waits_is_cancelled_at_once()
    {
        using var stop = new CancellationTokenSource();
        var budget = new Budget(1);
        var held = new Held();
        var first = budget.AskAsync(held.AskAsync, One(), Stop);
        var second = budget.AskAsync(held.AskAsync, One(), stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(second);
        held.Answer(tokens: 1);
        await first;
    }

    static async Task<bool> AskedAsync(Budget budget, int tokens)
    {
        try
        {
            await budget.AskAsync(Answering(tokens), One(), Stop);
            return true;
        }
        catch (StoppedException)
        {
            return false;
        }
    }

    static Attempt Answering(int tokens) => async (asking, _) =>
    {
        await Task.Yield();
        return Answer(asking, tokens);
    };

    static Answer Answer(Asking asking, int tokens) => new() { Case = asking.Golden.Key, Configuration = "m", Usage = new TokenUsage(0, tokens) };

    static Asking One(int most = 100) => CostTests.Asking("How long?", most, AMillionth);

    /// <summary>A model that answers when the test says.</summary>
    sealed class Held
    {
        readonly System.Threading.Channels.Channel<TaskCompletionSource<int>> asked = System.Threading.Channels.Channel.CreateUnbounded<TaskCompletionSource<int>>();
        readonly SemaphoreSlim count = new(0);
        int number;

        public int Asked => Volatile.Read(ref number);

        public async Task<Answer> AskAsync(Asking asking, CancellationToken cancellation)
        {
            var tokens = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            asked.Writer.TryWrite(tokens);
            Interlocked.Increment(ref number);
            count.Release();
            return BudgetTests.Answer(asking, await tokens.Task.WaitAsync(cancellation));
        }

        public void Answer(int tokens) => (asked.Reader.TryRead(out var next) ? next : throw new InvalidOperationException("nobody asks")).SetResult(tokens);

        public async Task AskedAsync(int calls)
        {
            for (var i = 0; i < calls; i++) await count.WaitAsync(Stop);
        }
    }
}
