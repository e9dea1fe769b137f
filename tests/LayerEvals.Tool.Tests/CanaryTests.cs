using System.Text;
using System.Text.Json;
using LayerEvals.Answering;
using LayerEvals.Testing;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tool.Tests;

public sealed class CanaryTests
{
    const string Saved = "configs/canaries/capitals-baseline.jsonl";

    [Fact]
    public async Task It_says_whether_the_same_name_still_behaves_the_same()
    {
        var model = new Model();
        using var desk = new Desk { Clients = _ => model };
        Capitals.WriteAsked(desk.Folder, cases: 60);
        var said = new StringBuilder();

        await SayAsync(said, desk, "the first time");
        await SayAsync(said, desk, "the same");
        model.Changed = 3;
        model.Fingerprint = "fp_2";
        await SayAsync(said, desk, "few answers changed");
        model.Changed = 60;
        await SayAsync(said, desk, "all answers changed");
        (model.Changed, model.Id) = (0, "kept-2");
        await SayAsync(said, desk, "another model answers");
        model.Fault = "no such deployment";
        await SayAsync(said, desk, "no answer comes");
        await SayAsync(said, desk, "no answer comes anew", "--renew");

        Approve.Text(said.ToString());
    }

    [Fact]
    public async Task The_saved_file_stays_what_it_is_until_it_is_renewed()
    {
        var model = new Model();
        using var desk = new Desk { Clients = _ => model };
        Capitals.WriteAsked(desk.Folder, cases: 60);
        await desk.TypeAsync("canary", Capitals.Config);
        var first = File.ReadAllText(desk.Folder.At(Saved));
        model.Changed = 60;

        await desk.TypeAsync("canary", Capitals.Config);
        File.ReadAllText(desk.Folder.At(Saved)).ShouldBe(first);
        await desk.TypeAsync("canary", Capitals.Config, "--renew");
        (await desk.TypeAsync("canary", Capitals.Config)).Code.ShouldBe(ExitCode.Pass);

        model.Asked.ShouldBe(40 + 20 + 40 + 20);
        Directory.Exists(desk.Folder.At("evals")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_case_that_is_added_changes_the_sample_little_and_the_saved_one_not_at_all()
    {
        using var desk = new Desk { Clients = _ => new Model() };
        Capitals.WriteAsked(desk.Folder, cases: 60);
        await desk.TypeAsync("canary", Capitals.Config);
        var before = Cases(desk);
        Capitals.WriteAsked(desk.Folder, cases: 61);

        (await desk.TypeAsync("canary", Capitals.Config)).Code.ShouldBe(ExitCode.Pass);
        await desk.TypeAsync("canary", Capitals.Config, "--renew");

        Cases(desk).Except(before).Count().ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task What_cannot_be_compared_is_refused()
    {
        using var desk = new Desk { Clients = _ => new Model() };
        Capitals.WriteAsked(desk.Folder, cases: 60);
        await desk.TypeAsync("canary", Capitals.Config, "--cases", "5");
        var (config, golden, saved) = (Text(desk, Capitals.Config), Text(desk, "goldensets/capitals.yaml"), Text(desk, Saved));

        desk.Folder.Write("goldensets/capitals.yaml", golden.Replace("What is", "Which town is"));
        await desk.RefusedAsync(3, "canary", Capitals.Config);
        desk.Folder.Write("goldensets/capitals.yaml", golden);
        desk.Folder.Write(Capitals.Config, config.Replace("kept-1", "kept-9"));
        await desk.RefusedAsync(3, "canary", Capitals.Config);
        desk.Folder.Write(Capitals.Config, config);
        foreach (var damaged in new[] { "", "{}\n", saved.Replace("canary-1", "canary-2"), saved[..^200], saved[..saved.IndexOf('\n')] + "\n", "\ufeff" + saved.Replace("\"sample\":2", "\"sample\":1") })
        {
            desk.Folder.Write(Saved, damaged);
            await desk.RefusedAsync(4, "canary", Capitals.Config);
        }
        desk.Folder.Write(Capitals.Config, config.Replace("kept: {provider: code, model: kept-1}", "kept: {provider: recorded, answers: ../answers/kept.jsonl}"));
        await desk.RefusedAsync(4, "canary", Capitals.Config);
        await desk.RefusedAsync(4, "canary", Capitals.Config, "--cases", "0");

        Approve.Text(desk.Refusals);
    }

    [Fact]
    public async Task The_embedded_reader_repeats_itself()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);
        desk.Folder.Write(Capitals.Config, Text(desk, Capitals.Config).Replace("provider: recorded, model: tried-1, answers: ../answers/tried.jsonl", "provider: embedded, model: reader-1"));
        await desk.TypeAsync("canary", Capitals.Config, "--side", "candidate");

        var said = await desk.TypeAsync("canary", Capitals.Config, "--side", "candidate");

        said.Code.ShouldBe(ExitCode.Pass, said.ToString());
    }

    static async Task SayAsync(StringBuilder said, Desk desk, string kind, params string[] more)
    {
        var answer = await desk.TypeAsync(["canary", Capitals.Config, .. more]);
        said.Append(said.Length == 0 ? "" : "\n").AppendLine($"# {kind}").AppendLine(answer.ToString());
    }

    // Not the lines: the latency of an answer is another one each time.
    static List<string> Cases(Desk desk) => [.. File.ReadLines(desk.Folder.At(Saved)).Skip(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("case").GetString()!).Distinct()];

    static string Text(Desk desk, string name) => File.ReadAllText(desk.Folder.At(name));

    /// <summary>Names the town of the land that it is asked about, but for the first lands.</summary>
    sealed class Model : IChatClient
    {
        int asked;

        public int Asked => asked;

        public int Changed { get; set; }

        public string Id { get; set; } = "kept-1";

        public string Fingerprint { get; set; } = "fp_1";

        public string? Fault { get; set; }

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref asked);
            if (Fault is { } fault) throw new InvalidOperationException(fault);
            var land = int.Parse(messages.Last().Text.Split(' ')[^1].TrimEnd('?'), System.Globalization.CultureInfo.InvariantCulture);
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, land <= Changed * 3 ? "I would rather not say." : $"It is Town {land}."))
            {
                ModelId = Id,
                AdditionalProperties = new AdditionalPropertiesDictionary { ["system_fingerprint"] = Fingerprint },
            });
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("no eval streams");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
