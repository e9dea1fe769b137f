using LayerEvals.Configs;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;

namespace LayerEvals.Answering.Faults;

/// <summary>How often an attempt is made again, and after which wait.</summary>
internal sealed class Retries(Limits limits, int seed, TimeProvider time)
{
    static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    readonly Lock gate = new();
    readonly Random chance = new(seed);

    public TimeProvider Time => time;

    /// <summary>Waits as long as the vendor asks, else 1, 2, 4, … s with jitter. A wait longer than the whole asking may take is not begun.</summary>
    public ResiliencePipeline<ChatResponse> Pipeline()
    {
        var builder = new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = time };
        if (limits.Attempts > 1)
            builder.AddRetry(new RetryStrategyOptions<ChatResponse>
            {
                MaxRetryAttempts = limits.Attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstWait,
                MaxDelay = LongestWait,
                UseJitter = true,
                Randomizer = Next,
                ShouldHandle = failed => ValueTask.FromResult(failed.Outcome.Exception is VendorFault fault && fault.Kind.IsPassing() && !(fault.RetryAfter > limits.TotalTimeout)),
                DelayGenerator = failed => ValueTask.FromResult((failed.Outcome.Exception as VendorFault)?.RetryAfter),
            });
        return builder.Build();
    }

    double Next()
    {
        lock (gate) return chance.NextDouble();
    }
}
