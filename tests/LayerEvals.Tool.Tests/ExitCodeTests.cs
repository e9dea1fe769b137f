using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class ExitCodeTests
{
    [Fact]
    public async Task Answers_that_agree_pass()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);

        var said = await desk.TypeAsync("run", Capitals.Config);

        said.Code.ShouldBe(ExitCode.Pass, said.ToString());
    }

    [Fact]
    public async Task A_drop_is_a_regression()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 15);

        var said = await desk.TypeAsync("run", Capitals.Config);

        said.Code.ShouldBe(ExitCode.Regression, said.ToString());
    }

    [Fact]
    public async Task Too_few_cases_decide_nothing()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 10);

        var said = await desk.TypeAsync("run", Capitals.Config);

        said.Code.ShouldBe(ExitCode.NotDecided, said.ToString());
    }

    [Fact]
    public async Task One_case_is_an_incomplete_run()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);

        var said = await desk.TypeAsync("run", Capitals.Config, "--case", "land-7");

        said.Code.ShouldBe(ExitCode.Incomplete, said.ToString());
    }

    [Fact]
    public async Task A_shard_is_an_incomplete_run()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);

        var said = await desk.TypeAsync("run", Capitals.Config, "--shard", "1/2");

        said.Code.ShouldBe(ExitCode.Incomplete, said.ToString());
    }

    [Fact]
    public async Task A_stopped_run_is_incomplete_and_its_report_is_written()
    {
        using var stop = new CancellationTokenSource();
        using var desk = new Desk { Clients = _ => new FakeClient(StopAsync) };
        Capitals.WriteAsked(desk.Folder, cases: 60);

        var said = await desk.TypeUntilAsync(stop.Token, "run", Capitals.Config);

        said.Code.ShouldBe(ExitCode.Incomplete, said.ToString());
        said.Out.ShouldContain("the same command goes on with the run");
        File.Exists(Path.Combine(desk.RunFolder, "report.html")).ShouldBeTrue();

        async Task<string> StopAsync(CancellationToken cancellation)
        {
            await stop.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return "";
        }
    }

    [Fact]
    public async Task A_stopped_run_is_gone_on_with_and_then_passes()
    {
        using var stop = new CancellationTokenSource();
        var calls = 0;
        using var desk = new Desk
        {
            Clients = _ => new FakeClient(async cancellation =>
            {
                var call = Interlocked.Increment(ref calls);
                if (call == 50) await stop.CancelAsync();
                if (call > 50 && !stop.IsCancellationRequested) await Task.Delay(Timeout.Infinite, cancellation);
                cancellation.ThrowIfCancellationRequested();
                return "It is Town 1.";
            }),
        };
        Capitals.WriteAsked(desk.Folder, cases: 60);
        await desk.TypeUntilAsync(stop.Token, "run", Capitals.Config);
        // Calls in flight when the stop comes may or may not have answered: the record says.
        var recorded = File.ReadAllLines(Path.Combine(desk.RunFolder, "answers.jsonl")).Length;

        var said = await desk.TypeAsync("run", Capitals.Config);

        recorded.ShouldBeInRange(1, 119);
        said.Out.ShouldContain($"Going on with evals/capitals-20260901-120000: {recorded} answers already recorded.");
        said.Code.ShouldBe(ExitCode.Pass, said.ToString());
        File.ReadAllLines(Path.Combine(desk.RunFolder, "answers.jsonl")).Length.ShouldBe(120);
    }

    [Fact]
    public async Task A_run_that_cannot_be_written_is_incomplete()
    {
        using var folder = new TempFolder();
        using var desk = new Desk { Clients = _ => new FakeClient(_ => BlockAsync(folder)) };
        Capitals.WriteAsked(folder, cases: 60);

        var said = await desk.TypeAsync("run", folder.At(Capitals.Config));

        said.Code.ShouldBe(ExitCode.Incomplete, said.ToString());
        said.Error.ShouldStartWith("layerevals: the run could not be written");
    }

    [Theory]
    [InlineData]
    [InlineData("run")]
    [InlineData("run", "missing.yaml")]
    [InlineData("run", "configs/capitals.yaml", "--shards", "1/2")]
    [InlineData("run", "configs/capitals.yaml", "--shard", "3/2")]
    [InlineData("run", "configs/capitals.yaml", "--case", "land-99")]
    [InlineData("check")]
    [InlineData("check", "missing.yaml")]
    [InlineData("score", "evals")]
    [InlineData("init")]
    [InlineData("init", "configs")]
    [InlineData("compare", "a", "b")]
    public async Task Bad_input_and_usage_leave_nothing_behind(params string[] args)
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 3);
        var before = Directory.GetFileSystemEntries(desk.Folder.Path, "*", SearchOption.AllDirectories);

        var said = await desk.TypeAsync(args);

        said.Code.ShouldBe(ExitCode.BadInput, said.ToString());
        said.Error.ShouldNotBeEmpty();
        Directory.GetFileSystemEntries(desk.Folder.Path, "*", SearchOption.AllDirectories).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task A_broken_configuration_is_bad_input()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 3);
        desk.Folder.Write(Capitals.Config, "name: [");

        var said = await desk.TypeAsync("run", Capitals.Config);

        said.Code.ShouldBe(ExitCode.BadInput, said.ToString());
        Directory.Exists(desk.Folder.At("evals")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_crash_is_a_fault_of_ours_and_no_result()
    {
        using var desk = new Desk { Clients = _ => throw new InvalidOperationException("a bug") };
        Capitals.WriteAsked(desk.Folder, cases: 60);

        var said = await desk.TypeAsync("run", Capitals.Config);

        said.Code.ShouldBe(ExitCode.Fault, said.ToString());
        said.Error.ShouldStartWith("layerevals: a fault of ours: InvalidOperationException: a bug");
    }

    // A folder stands where the scores would be written.
    static Task<string> BlockAsync(TempFolder folder)
    {
        Directory.CreateDirectory(Path.Combine(Directory.GetDirectories(folder.At("evals"))[0], "scores.jsonl.part"));
        return Task.FromResult("It is Town 1.");
    }
}
