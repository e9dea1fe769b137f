using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class RecordingTests
{
    [Fact]
    public async Task What_was_recorded_with_credentials_is_replayed_without_and_says_so()
    {
        using var developer = new Desk { Clients = _ => new FakeClient(_ => Task.FromResult("It is Town 1.")) };
        Write(developer);
        var recorded = await developer.TypeAsync("run", Capitals.Config, "--recordings", "auto");
        Directory.Delete(developer.Folder.At("evals"), recursive: true);
        using var server = new Desk { Clients = _ => throw new InvalidOperationException("nobody makes a client") };
        foreach (var file in Directory.GetFiles(developer.Folder.Path, "*", SearchOption.AllDirectories))
            server.Folder.Write(Path.GetRelativePath(developer.Folder.Path, file), File.ReadAllText(file).Replace("provider: openai,", "provider: openai, key: '${NOT_SET}',"));

        var said = await server.TypeAsync("run", Capitals.Config);

        recorded.Code.ShouldBe(ExitCode.Pass, recorded.ToString());
        Approve.Text($"$ layerevals run {Capitals.Config}\n{said}");
    }

    [Fact]
    public async Task A_changed_prompt_is_found_by_check_before_anything_runs()
    {
        using var desk = new Desk { Clients = _ => new FakeClient(_ => Task.FromResult("It is Town 1.")) };
        Write(desk);
        await desk.TypeAsync("run", Capitals.Config, "--recordings", "auto");
        desk.Folder.Write("goldensets/capitals.yaml", File.ReadAllText(desk.Folder.At("goldensets/capitals.yaml")).Replace("capital of land 7?", "chief town of land 7?"));

        var said = await desk.TypeAsync("check", Capitals.Config);

        Approve.Text($"$ layerevals check {Capitals.Config}\n{said}");
    }

    static void Write(Desk desk)
    {
        Capitals.WriteAsked(desk.Folder, cases: 60);
        desk.Folder.Write(Capitals.Config, File.ReadAllText(desk.Folder.At(Capitals.Config))
            .Replace("provider: code, model: kept-1", "provider: openai, model: gpt-4o-2024-08-06").Replace("provider: code, model: tried-1", "provider: openai, model: gpt-4o-2024-11-20")
            + "\nrecordings: {mode: replay, folder: ../recordings}\n");
    }
}
