using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class NoiseTests
{
    [Fact]
    public async Task What_changes_although_nothing_changed_is_measured()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);
        SecondAsking(desk, differs: 6);

        var said = await desk.TypeAsync("noise", Capitals.Config);

        Approve.Text($"$ layerevals noise {Capitals.Config}\n{said}");
        Directory.GetDirectories(desk.Folder.At("evals")).Select(Path.GetFileName).ShouldBe(["capitals-noise-20260901-120000"]);
    }

    [Fact]
    public async Task A_configuration_that_repeats_itself_is_said_to()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);
        desk.Folder.Write(Capitals.Config, File.ReadAllText(desk.Folder.At(Capitals.Config)).Replace("provider: recorded, model: kept-1, answers: ../answers/kept.jsonl", "provider: embedded, model: reader-1", StringComparison.Ordinal));

        var said = await desk.TypeAsync("noise", Capitals.Config);

        said.Code.ShouldBe(ExitCode.Pass, said.ToString());
        said.Out.ShouldContain("kept is answered by the embedded reader, a deterministic program: asked twice, it answers the same, and no noise can be measured on it.");
        said.Out.ShouldContain("No outcome changed: as far as this suite can see, the configuration repeats itself");
    }

    [Fact]
    public async Task The_candidate_is_asked_where_it_is_named()
    {
        using var desk = new Desk { Clients = _ => new FakeClient(_ => Task.FromResult("It is Town 1.")) };
        Capitals.WriteAsked(desk.Folder, cases: 60);

        var said = await desk.TypeAsync("noise", Capitals.Config, "--side", "candidate");

        said.Out.ShouldStartWith("capitals-noise: 60 cases asked twice, 1 sample each time: tried (tried-1)");
        said.Out.ShouldContain("One configuration, tried (the candidate), was asked twice");
    }

    [Fact]
    public async Task What_cannot_be_asked_twice_is_refused()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);
        await desk.RefusedAsync(4, "noise", Capitals.Config);
        await desk.RefusedAsync(4, "noise", Capitals.Config, "--side", "kept");
        await desk.TypeAsync("run", Capitals.Config);
        await desk.TypeAsync("bless", "evals/capitals-20260901-120000", "--side", "baseline");
        desk.Folder.Write(Capitals.Config, File.ReadAllText(desk.Folder.At(Capitals.Config)).Replace("provider: recorded, model: kept-1, answers: ../answers/kept.jsonl", "provider: blessed, outcomes: baselines/capitals.jsonl", StringComparison.Ordinal));
        await desk.RefusedAsync(4, "noise", Capitals.Config);

        Approve.Text(desk.Refusals);
    }

    [Fact]
    public async Task The_second_asking_is_no_side_of_a_comparison()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);
        SecondAsking(desk, differs: 6);
        await desk.TypeAsync("noise", Capitals.Config);
        const string run = "evals/capitals-noise-20260901-120000";

        var compared = await desk.TypeAsync("compare", run, run, "--side-a", "baseline");

        compared.Code.ShouldBe(ExitCode.Incomplete, compared.ToString());
        compared.Error.ShouldStartWith($"{run}: LE4006: expected a side of a run, found the second asking of a noise run");
    }

    // The first cases of the second asking are answered otherwise: the odd ones wrongly, and the even ones were wrong the first time.
    static void SecondAsking(Desk desk, int differs)
    {
        var first = File.ReadAllLines(desk.Folder.At("answers/kept.jsonl"));
        var both = first.SelectMany((line, i) => new[] { Said(line, 1, wrong: i < differs && i % 2 == 0), Said(line, 2, wrong: i < differs && i % 2 == 1) });
        desk.Folder.Write("answers/kept.jsonl", string.Join('\n', both));
    }

    static string Said(string line, int sample, bool wrong) =>
        (wrong ? line.Replace("It is Town", "It is Village", StringComparison.Ordinal) : line).Replace("\"text\"", $"\"sample\": {sample}, \"text\"", StringComparison.Ordinal);
}
