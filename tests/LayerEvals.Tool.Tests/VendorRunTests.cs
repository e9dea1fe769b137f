using System.Text;
using System.Text.Json;
using LayerEvals.Faults;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class VendorRunTests
{
    const int InFlight = 32;

    // Longer than any answer takes on a busy machine, and still seconds by the quick clock.
    const string Limits = "{in-flight: 32, timeout: 60m, total-timeout: 1440m, attempts: 5}";

    static readonly Fault[] Common =
    [
        Fault.TooMany, Fault.TooManyWithSeconds, Fault.TooManyWithDate, Fault.TooManyWithMilliseconds, Fault.ServerError, Fault.BadGateway, Fault.Unavailable, Fault.Overloaded, Fault.RequestTimeout,
        Fault.Conflict, Fault.Reset, Fault.Truncated, Fault.CutJson, Fault.NoJson, Fault.OtherShape, Fault.Page, Fault.OtherFingerprint, Fault.BadRequest, Fault.FilteredPrompt,
    ];

    // What hangs, or is large, is rarer, so that the test is not all waiting.
    static readonly Fault[] AllKinds = [.. Enumerable.Repeat(Common, 5).SelectMany(faults => faults), Fault.Hang, Fault.SlowBody, Fault.Huge, Fault.Refusal, Fault.FilteredAnswer];

    [Fact]
    public async Task Of_two_thousand_cases_on_both_sides_with_a_fifth_of_faults_each_ends_answered_or_errored_with_its_history()
    {
        const int Cases = 2000;
        await using var server = await ServerAsync(FaultScript.Share(0.2, seed: 20260901, AllKinds));
        using var desk = DeskOf(server);
        VendorDesk.Write(desk.Folder, Cases, Limits, "{max-unscored: 10}");

        var said = await desk.TypeAsync("run", VendorDesk.Config);

        var answers = VendorDesk.Answers(desk.RunFolder);
        answers.Count.ShouldBe(2 * Cases, said.ToString());
        answers.DistinctBy(a => a.Asking).Count().ShouldBe(2 * Cases);
        ShouldExplainRequests(server, answers);
        foreach (var (asking, line) in answers) ShouldExplainItself(asking, line);
        server.Counts.Peak.ShouldBeInRange(2, InFlight);
        server.Counts.Of(Fault.Hang).ShouldBePositive();
        File.ReadAllText(Path.Combine(desk.RunFolder, "manifest.json")).ShouldContain("\"decreases\"");
        said.Code.ShouldBe(ExitCode.Pass, said.ToString());
    }

    [Fact]
    public async Task More_errors_than_the_cap_decide_nothing()
    {
        await using var server = await ServerAsync(FaultScript.Share(0.05, seed: 1, Fault.BadRequest));
        using var desk = DeskOf(server);
        VendorDesk.Write(desk.Folder, cases: 300, Limits);

        var said = await desk.TypeAsync("run", VendorDesk.Config);

        said.Code.ShouldBe(ExitCode.NotDecided, said.ToString());
        said.Out.ShouldContain("errored");
    }

    [Theory]
    [InlineData(Fault.KeyRefused)]
    [InlineData(Fault.NotFound)]
    [InlineData(Fault.NotAllowed)]
    [InlineData(Fault.OutOfCredit)]
    public async Task What_no_call_can_pass_is_found_out_by_one_call(Fault fault)
    {
        await using var server = await ServerAsync(seen => seen.Model.StartsWith("claude", StringComparison.Ordinal) ? fault : Fault.None);
        using var desk = DeskOf(server);
        VendorDesk.Write(desk.Folder, cases: 100, Limits);

        var said = await desk.TypeAsync("run", VendorDesk.Config);

        Approve.Text(Steady(desk, said), $"{fault}");
        server.Counts.Of(fault).ShouldBe(1);
        server.Counts.Of(Fault.None).ShouldBeLessThan(3);
    }

    [Fact]
    public async Task A_host_that_takes_no_connection_is_tried_twice()
    {
        var server = await ServerAsync(_ => Fault.None);
        await server.DisposeAsync();
        using var desk = DeskOf(server);
        VendorDesk.Write(desk.Folder, cases: 100, Limits);

        var said = await desk.TypeAsync("run", VendorDesk.Config);

        Approve.Text(Steady(desk, said));
    }

    [Fact]
    public async Task A_certificate_that_is_expired_is_named()
    {
        await using var server = await FaultServer.StartAsync(new QuickClock(1), certificate: Expired.Certificate());
        using var desk = DeskOf(server);
        VendorDesk.Write(desk.Folder, cases: 100, Limits);

        var said = await desk.TypeAsync("run", VendorDesk.Config);

        Approve.Text(Steady(desk, said));
        server.Counts.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task A_prompt_that_the_filter_refuses_is_errored_and_says_so()
    {
        await using var server = await ServerAsync(seen => seen.Question.Contains("land 7?", StringComparison.Ordinal) ? Fault.FilteredPrompt : Fault.None);
        using var desk = DeskOf(server);
        VendorDesk.Write(desk.Folder, cases: 100, Limits);

        await desk.TypeAsync("run", VendorDesk.Config);

        var errors = VendorDesk.Answers(desk.RunFolder).Where(a => a.Line.TryGetProperty("error", out _)).OrderBy(a => a.Asking, StringComparer.Ordinal).ToList();
        Approve.Text(string.Join('\n', errors.Select(e => $"{e.Asking}: {e.Line.GetProperty("error")}")));
        server.Counts.Of(Fault.FilteredPrompt).ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_is_revoked_in_the_middle_stops_the_run_within_the_calls_in_flight_and_a_new_one_goes_on()
    {
        const int Revoked = 101;
        await using var server = await ServerAsync(seen => seen.Number >= Revoked ? Fault.KeyRefused : Fault.None);
        using var desk = DeskOf(server);
        VendorDesk.Write(desk.Folder, cases: 300, Limits);

        var stopped = await desk.TypeAsync("run", VendorDesk.Config);
        stopped.Code.ShouldBe(ExitCode.Incomplete, stopped.ToString());
        server.Counts.Of(Fault.KeyRefused).ShouldBeInRange(1, InFlight);
        var recorded = VendorDesk.Answers(desk.RunFolder).Select(a => a.Asking).ToHashSet();
        server.Script = server.Script with { Fault = _ => Fault.None };
        var before = server.Counts.Requests;
        var resumed = await desk.TypeAsync("run", "--resume", Path.GetRelativePath(desk.Folder.Path, desk.RunFolder));

        resumed.Code.ShouldBe(ExitCode.Pass, resumed.ToString());
        server.Counts.Seen.Skip(before).Select(VendorDesk.Asking).ShouldAllBe(asking => !recorded.Contains(asking));
        VendorDesk.Answers(desk.RunFolder).DistinctBy(a => a.Asking).Count().ShouldBe(600);
    }

    [Fact]
    public async Task No_secret_reaches_a_file_or_a_message()
    {
        var leaks = new StringBuilder();
        // Every refusal repeats the key that it was sent.
        foreach (var fault in Enum.GetValues<Fault>().Where(f => f is not (Fault.Hang or Fault.SlowBody or Fault.Huge)))
        {
            await using var server = await ServerAsync(seen => seen.Number > 3 ? fault : Fault.None);
            using var desk = DeskOf(server);
            VendorDesk.Write(desk.Folder, cases: 12, Limits);

            var said = await desk.TypeAsync("run", VendorDesk.Config);

            foreach (var secret in VendorDesk.Planted.Append(new Uri(server.Address).Authority))
                leaks.Append(string.Concat(Texts(desk, said).Where(t => t.Text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(t => $"{fault}: {t.Name} holds {secret}\n")));
        }
        leaks.ToString().ShouldBe("");
    }

    static IEnumerable<(string Name, string Text)> Texts(Desk desk, Said said) =>
        [("the terminal", said.ToString()), .. Directory.EnumerateFiles(desk.Folder.At("evals"), "*", SearchOption.AllDirectories).Select(path => (Path.GetFileName(path), File.ReadAllText(path)))];

    // Each attempt is a request; but one that timed out on a busy machine may never have got there.
    static void ShouldExplainRequests(FaultServer server, List<(string Asking, JsonElement Line)> answers)
    {
        var attempts = answers.Sum(a => a.Line.GetProperty("attempts").GetInt32());
        var timedOut = answers.SelectMany(a => a.Line.TryGetProperty("failed_attempts", out var failures) ? failures.EnumerateArray() : []).Count(f => f.GetProperty("error").GetString()!.StartsWith("no answer within", StringComparison.Ordinal));
        var hung = server.Counts.Of(Fault.Hang) + server.Counts.Of(Fault.SlowBody);
        server.Counts.Requests.ShouldBeInRange(attempts - Math.Max(0, timedOut - hung), attempts);
        timedOut.ShouldBeGreaterThanOrEqualTo(hung);
    }

    static void ShouldExplainItself(string asking, JsonElement line)
    {
        var failed = line.TryGetProperty("failed_attempts", out var failures) ? failures.GetArrayLength() : 0;
        var isErrored = line.TryGetProperty("error", out var error);
        (failed + (isErrored ? 0 : 1)).ShouldBe(line.GetProperty("attempts").GetInt32(), asking);
        if (isErrored) error.GetString().ShouldEndWith(failures[failed - 1].GetProperty("error").GetString()!, customMessage: asking);
    }

    static Task<FaultServer> ServerAsync(Func<Seen, Fault> fault) => FaultServer.StartAsync(new QuickClock(1), new FaultScript { Fault = fault, Answer = VendorDesk.Town });

    static Desk DeskOf(FaultServer server) => new() { Clock = new QuickClock(1000), Variables = VendorDesk.Variables(server.Address) };

    // Where both sides have the same fault, either may be the first to say so.
    static string Steady(Desk desk, Said said) => said.ToString().Replace(Path.GetFileName(desk.RunFolder), "RUN", StringComparison.Ordinal)
        .Replace("openai-compatible kept-2026-01-01:", "SIDE:", StringComparison.Ordinal).Replace("anthropic claude-opus-4-6:", "SIDE:", StringComparison.Ordinal);
}
