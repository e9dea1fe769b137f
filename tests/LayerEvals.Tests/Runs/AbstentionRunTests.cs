using System.Text.Json;
using LayerEvals.Testing;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

public sealed class AbstentionRunTests
{
    const string Set = """
        id: desk
        layer: retrieval
        checks: [not-found]
        cases:
          - {id: time, input: How long?, answerable: true, expect: 30 days}
          - {id: time-withheld, input: How long without?, answerable: false, twin-of: time}
          - {id: fee, input: How much?, answerable: true, expect: 40 EUR}
          - {id: fee-withheld, input: How much without?, answerable: false, twin-of: fee}
        """;

    [Fact]
    public async Task A_run_says_who_answers_who_abstains_and_which_pairs_flip()
    {
        using var eval = new SmallEval(Set)
        {
            Baseline = ScriptedModel.Saying(q => q.Contains("without", StringComparison.Ordinal) ? "Not found in sources." : q.Contains("long", StringComparison.Ordinal) ? "You have 30 days." : "It costs 40 EUR."),
            Candidate = ScriptedModel.Saying(q => q.Contains("long", StringComparison.Ordinal) ? "You have 30 days." : "Not found in sources."),
        };

        var result = await eval.RunAsync();

        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(result.Folder, "comparison.json")));
        var markdown = File.ReadAllText(result.ReportMarkdown);
        var section = markdown[markdown.IndexOf("## Answers and abstentions", StringComparison.Ordinal)..markdown.IndexOf("## What was compared", StringComparison.Ordinal)];
        var written = new JsonSerializerOptions { WriteIndented = true };
        Approve.Text($"{section}\n{JsonSerializer.Serialize(json.RootElement.GetProperty("abstentions"), written)}\n{JsonSerializer.Serialize(json.RootElement.GetProperty("twins"), written)}");
        File.ReadAllText(result.ReportHtml).ShouldContain("Answers and abstentions");
    }
}
