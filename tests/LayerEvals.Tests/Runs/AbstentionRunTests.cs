using System.Text.Json;
using LayerEvals.Comparing;
using LayerEvals.Reporting;
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

    // Four documents with three cases each; the candidate knows two of the documents.
    [Fact]
    public async Task Cases_of_one_document_widen_the_interval_of_a_rate()
    {
        var cases = Enumerable.Range(0, 12).Select(i => $"  - {{id: c-{i}, input: 'Document {i / 3}, question {i}?', answerable: true, expect: 30 days, cluster: d-{i / 3}}}");
        using var eval = new SmallEval($"id: desk\nlayer: retrieval\nchecks: [not-found]\ncases:\n{string.Join('\n', cases)}\n")
        {
            Candidate = ScriptedModel.Saying(q => q.Contains("Document 0", StringComparison.Ordinal) || q.Contains("Document 1", StringComparison.Ordinal) ? "You have 30 days." : "Not found in sources."),
        };

        var markdown = File.ReadAllText((await eval.RunAsync()).ReportMarkdown);

        var wide = ClusteredShare.Interval(new Share(6, 12), [new Share(3, 3), new Share(3, 3), new Share(0, 3), new Share(0, 3)], 0.95);
        markdown.ShouldContain($"{MarkdownReport.Rate(0.5, wide)}, n 12");
        markdown.ShouldNotContain(MarkdownReport.Rate(0.5, Wilson.Of(6, 12, 0.95)));
    }
}
