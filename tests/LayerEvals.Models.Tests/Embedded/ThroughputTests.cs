using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace LayerEvals.Models.Tests.Embedded;

public sealed class ThroughputTests
{
    private const int Answers = 5000;
    private const long MostBytesPerAnswer = 160_000;

    [Fact]
    public async Task Thousands_of_answers_allocate_modestly()
    {
        using var reader = new EmbeddedReader("reader-2");
        var messages = Shelf.Answerable.Select(one => new ChatMessage[] { new(ChatRole.System, Shelf.Rules), new(ChatRole.User, Shelf.Ask(one.Sources, one.Question)) }).ToList();
        await reader.GetResponseAsync(messages[0], cancellationToken: TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var number = 0; number < Answers; number++) await reader.GetResponseAsync(messages[number % messages.Count], cancellationToken: TestContext.Current.CancellationToken);

        var perAnswer = (GC.GetAllocatedBytesForCurrentThread() - before) / Answers;
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.Elapsed.TotalMicroseconds / Answers:0} microseconds and {perAnswer:N0} bytes an answer");
        perAnswer.ShouldBeLessThan(MostBytesPerAnswer);
    }

    [Fact]
    public async Task Ten_times_the_text_allocates_about_ten_times_as_much()
    {
        var small = await BytesFor(50);
        var large = await BytesFor(500);

        large.ShouldBeLessThan(small * 20);
    }

    private static async Task<long> BytesFor(int copies)
    {
        using var reader = new EmbeddedReader("reader-2");
        var sources = Enumerable.Range(0, copies).SelectMany(copy => Shelf.Library.Select(one => ($"{one.Id}.{copy}", one.Text))).ToList();
        ChatMessage[] messages = [new(ChatRole.User, Shelf.Ask(sources, "How long may I keep a film?"))];
        await reader.GetResponseAsync(messages, cancellationToken: TestContext.Current.CancellationToken);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await reader.GetResponseAsync(messages, cancellationToken: TestContext.Current.CancellationToken);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
