using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

/// <summary>Scoring again is for what the models answered: what was edited since is refused, as it is by every command that reads finished runs.</summary>
public sealed class ScoreTests
{
    [Fact]
    public async Task A_run_that_was_changed_since_its_end_is_not_scored_again()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);
        await desk.TypeAsync("run", Capitals.Config);
        var folder = Path.GetRelativePath(desk.Folder.Path, desk.RunFolder);

        await EditedAsync("answers.jsonl", text => text.Replace("Town 4.", "Town 2.", StringComparison.Ordinal));
        await EditedAsync("cases.jsonl", text => text.Replace("\"expect\":\"Town", "\"expect\":\"Tow", StringComparison.Ordinal));
        await EditedAsync("scores.jsonl", text => text + "{\"set\":\"capitals\",\"case\":\"land-1\",\"outcome\":\"Passed\",\"by\":\"code\"}\n");
        await EditedAsync("manifest.json", text => text.Replace("\"sealed\"", "\"seal\"", StringComparison.Ordinal));
        await EditedAsync("manifest.json", text => text.Replace("\"answers.jsonl\": \"", "\"answers.jsonl\": 1, \"answers\": \"", StringComparison.Ordinal));
        await EditedAsync("manifest.json", text => text.Replace("\"finished\"", "\"running\"", StringComparison.Ordinal).Replace("\"answers.jsonl\": \"", "\"answers.jsonl\": \"0", StringComparison.Ordinal));
        await desk.RefusedAsync(4, "score", "nowhere");

        (await desk.TypeAsync("score", folder)).Error.ShouldBeEmpty();
        Approve.Text(desk.Refusals.Replace(folder, "RUN", StringComparison.Ordinal));
        return;

        async Task EditedAsync(string name, Func<string, string> edit)
        {
            var path = Path.Combine(desk.RunFolder, name);
            var before = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            (edit(before) == before).ShouldBeFalse(name);
            await File.WriteAllTextAsync(path, edit(before), TestContext.Current.CancellationToken);
            await desk.RefusedAsync(3, "score", folder);
            await File.WriteAllTextAsync(path, before, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_run_that_was_cut_short_has_no_seal_and_is_scored()
    {
        using var stop = new CancellationTokenSource();
        using var desk = new Desk { Clients = _ => new FakeClient(StopAsync) };
        Capitals.WriteAsked(desk.Folder, cases: 60);
        await desk.TypeUntilAsync(stop.Token, "run", Capitals.Config);

        var said = await desk.TypeAsync("score", desk.RunFolder);

        said.Error.ShouldBeEmpty();
        ((int)said.Code).ShouldBe(3);

        async Task<string> StopAsync(CancellationToken cancellation)
        {
            await stop.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return "";
        }
    }
}
