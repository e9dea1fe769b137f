using LayerEvals.Diagnostics;
using Spectre.Console;

namespace LayerEvals.Tool;

/// <summary>Shows how far a run is: a bar where a person watches, a line every tenth elsewhere.</summary>
internal sealed class Progress : IAsyncDisposable
{
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    readonly CancellationTokenSource ended = new();
    readonly Task shown;

    Progress(Func<CancellationToken, Task> show) => shown = show(ended.Token);

    public static Progress Start(Terminal terminal, int total, Func<int> done, TimeProvider time) =>
        new(terminal.IsInteractive ? stop => BarAsync(total, done, time, stop) : stop => LinesAsync(terminal, total, done, time, stop));

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await shown;
        ended.Dispose();
    }

    static Task BarAsync(int total, Func<int> done, TimeProvider time, CancellationToken stop) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async bar =>
        {
            var task = bar.AddTask("asking", maxValue: Math.Max(1, total));
            while (!stop.IsCancellationRequested)
            {
                task.Value = done();
                await Task.Delay(Tick, time, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            task.Value = done();
        });

    static async Task LinesAsync(Terminal terminal, int total, Func<int> done, TimeProvider time, CancellationToken stop)
    {
        var said = 0;
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Tick, time, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            var tenth = total == 0 ? 10 : (int)(10L * done() / total);
            if (tenth <= said || stop.IsCancellationRequested) continue;
            said = tenth;
            await terminal.Out.WriteLineAsync($"  {done()} of {Numerals.Count(total, "case")} done");
        }
    }
}
