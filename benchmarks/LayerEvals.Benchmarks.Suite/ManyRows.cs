using System.Diagnostics;
using System.Globalization;
using LayerEvals;
using LayerEvals.Benchmarks;

[assembly: ChatClients(typeof(WaitingClients))]

namespace LayerEvals.Benchmarks;

public sealed class ManyRows(EvalRun evals)
{
    [Theory, GoldenSet("../../artifacts/benchmarks/many.yaml")]
    public async Task Answers_after_a_while(GoldenCase golden) =>
        (await evals.AskBothAsync(golden, TestContext.Current.CancellationToken)).ShouldPassGoldenChecks();
}

/// <summary>The loop that a patient person would write: what the suite is compared with. Runs only when asked for by <c>--explicit only</c>.</summary>
public sealed class BareLoop
{
    [Fact(Explicit = true)]
    public async Task Asks_the_same_number_of_questions()
    {
        using var client = new WaitingClient();
        using var slots = new SemaphoreSlim(32);
        var clock = Stopwatch.StartNew();
        var calls = new List<Task>();
        for (var call = 0; call < 2 * ManyCases.Count; call++)
        {
            await slots.WaitAsync(TestContext.Current.CancellationToken);
            calls.Add(OneAsync());
        }
        await Task.WhenAll(calls);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare loop: {calls.Count} calls in {clock.Elapsed.TotalSeconds:0.00} s"));

        async Task OneAsync()
        {
            await client.GetResponseAsync([], null, TestContext.Current.CancellationToken);
            slots.Release();
        }
    }
}
