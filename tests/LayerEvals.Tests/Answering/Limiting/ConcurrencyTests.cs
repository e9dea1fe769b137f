using LayerEvals.Answering.Limiting;

namespace LayerEvals.Tests.Answering.Limiting;

public sealed class ConcurrencyTests
{
    [Fact]
    public void An_episode_halves_it_once_however_many_calls_were_refused()
    {
        var concurrency = new Concurrency(32);

        for (var call = 0; call < 20; call++) concurrency.Crowded(started: At(1), now: At(2 + 0.01 * call));
        concurrency.Limit.ShouldBe(16);
        concurrency.Crowded(started: At(3), now: At(4));

        concurrency.Limit.ShouldBe(8);
        concurrency.Steps.ShouldBe([new ConcurrencyStep(At(2), 32, 16), new ConcurrencyStep(At(4), 16, 8)]);
    }

    [Fact]
    public void A_round_of_answers_gives_one_more()
    {
        var concurrency = new Concurrency(32);
        concurrency.Crowded(At(1), At(2));

        for (var answer = 0; answer < 17; answer++) concurrency.Answered();

        concurrency.Limit.ShouldBe(17);
    }

    [Fact]
    public void It_never_leaves_its_bounds()
    {
        var concurrency = new Concurrency(4);
        for (var answer = 0; answer < 100; answer++) concurrency.Answered();
        concurrency.Limit.ShouldBe(4);

        for (var second = 1; second < 10; second++) concurrency.Crowded(At(second), At(second + 0.5));

        concurrency.Limit.ShouldBe(1);
    }

    static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}
