using System.Text.Json;
using LayerEvals.Planning;
using LayerEvals.Runs;
using LayerEvals.Testing;

namespace LayerEvals.Browser.Tests;

/// <summary>A suite with a case of each kind, answered from records, and the report of its run.</summary>
internal sealed class SmallSuite : IDisposable
{
    readonly TempFolder folder = new();

    public string Report { get; private set; } = "";

    /// <summary>The report of the same suite, each case asked three times.</summary>
    public string Sampled { get; private set; } = "";

    /// <summary>The report of a run with two earlier ones, of which the older asked other cases too.</summary>
    public string Aged { get; private set; } = "";

    public async Task RunAsync()
    {
        Report = await RunAsync("once", 1, TimeZoneInfo.Utc);
        await EarlierAsync("spring", "vendor-0", Policy.Replace("Who decides?", "Who decides then?", StringComparison.Ordinal));
        await EarlierAsync("summer", "vendor-1", Policy);
        Aged = await RunAsync("autumn", 1, TimeZoneInfo.Utc, "history: ['../spring/runs/*', '../summer/runs/*']");
        Sampled = await RunAsync("thrice", 3, TimeZoneInfo.Utc);
    }

    /// <summary>The same suite once more, elsewhere.</summary>
    public static async Task<string> PageAsync(TimeZoneInfo zone)
    {
        using var suite = new SmallSuite();
        return await File.ReadAllTextAsync(await suite.RunAsync("thrice", 3, zone));
    }

    public void Dispose() => folder.Dispose();

    Task<string> EarlierAsync(string name, string model, string policy) => RunAsync(name, 1, TimeZoneInfo.Utc, "", (model, policy));

    async Task<string> RunAsync(string name, int samples, TimeZoneInfo zone, string settings = "", (string Model, string Policy)? earlier = null)
    {
        var eval = new RecordedEval(folder, name)
        {
            Zone = zone,
            Settings = $"samples: {samples}\ngate: {{margin: 5, guard: 20}}\n{settings}",
            Pin = earlier?.Model ?? "vendor-2",
            Returned = earlier?.Model ?? "vendor-2",
            Sets = { ["policy"] = earlier?.Policy ?? Policy, ["chat"] = Chat },
        };
        foreach (var (golden, baseline, candidate) in Answers)
            for (var sample = 1; sample <= samples; sample++)
            {
                eval.Answer(0, golden, baseline, sample);
                // One case is flaky: it fails in its second sample alone.
                eval.Answer(1, golden, golden == "policy/flaky" && sample == 2 ? "You have 10 days [C-1.1]." : candidate, sample);
            }
        for (var sample = 1; sample <= samples; sample++)
            foreach (var side in new[] { 0, 1 }) eval.Code.Add(("policy/cites-wrong", new CodeFinding("Policy", side, sample, "fee is cited", "retrieval", side == 0 ? Finding.Pass : WrongCitation)));
        return await eval.RunAsync();
    }

    static Finding WrongCitation => Finding.Fail("1 of 2 claims is not in its source") with
    {
        Parts =
        [
            new FindingPart("resolves", Outcome.Failed, "cites C-9.9, which was not given")
            {
                Span = new TextSpan(19, 5), Claim = new TextSpan(0, 26), Source = "C-1.2", SourceText = "The fee is 40 EUR.",
            },
            new FindingPart("numbers", Outcome.Passed),
        ],
    };

    const string Policy = """
        id: policy
        title: Policy questions
        owner: claims
        origin: ticket-replay
        layer: retrieval
        checks: [{words: {max: 12}}]
        cases:
          - {id: worse, input: How long may I withdraw?, sources: [{id: C-1.1, text: You may withdraw within 30 days.}], expect: 30 days, tags: [refunds], cluster: withdrawal}
          - {id: cites-wrong, input: What does it cost?, sources: [{id: C-1.2, text: The fee is 40 EUR.}], expect: 40 EUR, tags: [fees]}
          - {id: better, input: Who decides?, sources: [{id: C-1.3, text: A person decides.}], expect: a person, tags: [people]}
          - {id: both-fail, input: Where is the office?, sources: [{id: C-1.4, text: The office is in Ghent.}], expect: Ghent}
          - {id: reworded, input: How many days?, sources: [{id: C-1.1, text: You may withdraw within 30 days.}], expect: 30 days, tags: [refunds]}
          - {id: same, input: Which days?, sources: [{id: C-1.1, text: You may withdraw within 30 days.}], expect: 30 days}
          - {id: flaky, input: Is it 30 days?, sources: [{id: C-1.1, text: You may withdraw within 30 days.}], expect: 30 days}
        """;

    const string Chat = """
        id: chat
        origin: production
        layer: verification
        checks: [{excludes: guarantee}]
        cases:
          - {id: promises, input: Do you promise?, tags: [refunds]}
          - {id: silent, input: Are you there?}
        """;

    static readonly (string Case, string? Baseline, string? Candidate)[] Answers =
    [
        ("policy/worse", "You may withdraw within 30 days [C-1.1].", "You may withdraw within 14 days [C-1.1]."),
        ("policy/cites-wrong", "The fee is 40 EUR [C-1.2].", "The fee is 40 EUR [C-9.9]."),
        ("policy/better", "A machine does [C-1.3].", "It is a person who decides [C-1.3]."),
        ("policy/both-fail", "It is in Bruges [C-1.4].", "It is in Antwerp [C-1.4]."),
        ("policy/reworded", "You have 30 days [C-1.1].", "There are 30 days [C-1.1]."),
        ("policy/same", "Within 30 days [C-1.1].", "Within 30 days [C-1.1]."),
        ("policy/flaky", "Yes, 30 days [C-1.1].", "Yes, 30 days [C-1.1]."),
        ("chat/promises", "I will try.", "I guarantee it."),
        ("chat/silent", "Yes.", null),
    ];
}
