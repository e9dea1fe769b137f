using LayerEvals.Answering.Limiting;

namespace LayerEvals.Tests.Answering.Limiting;

public sealed class AdmissionQueueTests
{
    readonly HandMovedClock clock = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_are_let_in_in_the_order_of_their_coming()
    {
        var queue = new AdmissionQueue(new Admission(1, null, null), clock);
        var first = queue.EnterAsync(1, Stop);
        var (second, third) = (queue.EnterAsync(1, Stop), queue.EnterAsync(1, Stop));

        queue.Exit(new EndedCall(await first));

        await second;
        third.IsCompleted.ShouldBeFalse();
        queue.Exit(new EndedCall(await second));
        await third;
        queue.Admission.Peak.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_waits_for_its_pace()
    {
        var queue = new AdmissionQueue(new Admission(8, requestsPerMinute: 60, null), clock);
        await queue.EnterAsync(1, Stop);
        var second = queue.EnterAsync(1, Stop);

        clock.Advance(TimeSpan.FromSeconds(0.9));
        second.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(0.1));

        (await second).At.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_caller_that_leaves_takes_no_place()
    {
        var queue = new AdmissionQueue(new Admission(1, null, null), clock);
        var first = await queue.EnterAsync(1, Stop);
        using var leaving = new CancellationTokenSource();
        var (second, third) = (queue.EnterAsync(1, leaving.Token), queue.EnterAsync(1, Stop));

        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);
        queue.Exit(new EndedCall(first));

        await third;
        queue.Admission.InFlight.ShouldBe(1);
    }
}
