using System.IO.Compression;
using System.Text.Json;
using LayerEvals.Answering;
using LayerEvals.Comparing;
using LayerEvals.Planning;
using LayerEvals.Runs;
using LayerEvals.Testing;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

/// <summary>The recorded outputs of two vendor models on NoMIRACL, compared by the whole engine and counted a second time by a few plain lines.</summary>
public sealed class NoMiraclTests
{
    const string Baseline = "gpt-3.5-turbo-azure";
    const string Candidate = "gpt-4-azure";

    sealed record Row(string Id, bool Answerable, string Baseline, string Candidate);

    [Fact]
    public async Task The_pairs_of_the_engine_are_those_of_a_plain_count()
    {
        List<Row> rows = [.. Rows("relevant", answerable: true), .. Rows("non_relevant", answerable: false)];
        using var folder = new TempFolder();
        Write(folder, rows);

        var comparison = (await RunAsync(folder)).Comparison;

        comparison.Coverage.ShouldBe(new Coverage(500, 500));
        Count(comparison.Layers.Single(l => l.Layer == "retrieval").Tally).ShouldBe(Count(rows, AbstainsWhenItShould));
        Count(comparison.Layers.Single(l => l.Layer == "alignment").Tally).ShouldBe(Count(rows, SaysYesWhenItShould));
        Count(comparison.Overall.Tally).ShouldBe(Count(rows, (row, text) => AbstainsWhenItShould(row, text) && SaysYesWhenItShould(row, text)));
    }

    [Fact]
    public async Task Every_case_that_the_engine_lists_as_worse_is_one_of_the_plain_count()
    {
        List<Row> rows = [.. Rows("relevant", answerable: true), .. Rows("non_relevant", answerable: false)];
        using var folder = new TempFolder();
        Write(folder, rows);

        var result = await RunAsync(folder);

        result.Comparison.Layers.Single(l => l.Layer == "retrieval").Tally.Worse
            .ShouldBe(rows.Where(r => AbstainsWhenItShould(r, r.Baseline) && !AbstainsWhenItShould(r, r.Candidate)).Select(r => $"nomiracl/{r.Id}"));
        File.ReadLines(Path.Combine(result.Folder, "answers.jsonl")).Count().ShouldBe(1_000);
    }

    // One output abstains in words of its own.
    static bool AbstainsWhenItShould(Row row, string text) => (text.StartsWith("I don't know", StringComparison.Ordinal) || text == "No, the answer is not present.") != row.Answerable;

    static bool SaysYesWhenItShould(Row row, string text) => text.Contains("Yes, answer is present", StringComparison.Ordinal) == row.Answerable;

    static (int N, int BothPassed, int Worse, int Better, int BothFailed) Count(List<Row> rows, Func<Row, string, bool> passes) =>
    (
        rows.Count,
        rows.Count(r => passes(r, r.Baseline) && passes(r, r.Candidate)),
        rows.Count(r => passes(r, r.Baseline) && !passes(r, r.Candidate)),
        rows.Count(r => !passes(r, r.Baseline) && passes(r, r.Candidate)),
        rows.Count(r => !passes(r, r.Baseline) && !passes(r, r.Candidate))
    );

    static (int N, int BothPassed, int Worse, int Better, int BothFailed) Count(Tally tally) => (tally.N, tally.BothPassed, tally.Regressions, tally.Fixes, tally.BothFailed);

    static IEnumerable<Row> Rows(string name, bool answerable)
    {
        using var file = File.OpenRead(Repository.Shared("nomiracl", name + ".en.jsonl.gz"));
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (text.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var results = json.RootElement.GetProperty("results");
            var id = json.RootElement.GetProperty("query_id").GetString()!.Replace('#', '-');
            yield return new Row($"{(answerable ? "in" : "out")}-{id}", answerable, results.GetProperty(Baseline).GetString()!, results.GetProperty(Candidate).GetString()!);
        }
    }

    static void Write(TempFolder folder, List<Row> rows)
    {
        folder.Write("nomiracl.yaml", """
            id: nomiracl
            checks:
              - not-found: {phrase: "I don't know"}
            cases: cases.jsonl
            """);
        folder.Write("cases.jsonl", string.Join('\n', rows.Select(row => JsonSerializer.Serialize(new
        {
            id = row.Id,
            input = "Is the answer in the passages?",
            answerable = row.Answerable,
            checks = new object[] { row.Answerable ? (object)new { contains = "Yes, answer is present", layer = "alignment" } : new { excludes = "Yes, answer is present", layer = "alignment" } },
        }))));
        folder.Write("baseline.jsonl", Answers(rows, row => row.Baseline));
        folder.Write("candidate.jsonl", Answers(rows, row => row.Candidate));
        folder.Write("eval.yaml", $$"""
            name: nomiracl
            golden: [nomiracl.yaml]
            baseline: older
            candidate: newer
            models:
              older: {provider: recorded, model: {{Baseline}}, answers: baseline.jsonl}
              newer: {provider: recorded, model: {{Candidate}}, answers: candidate.jsonl}
            output: runs
            """);
    }

    static string Answers(List<Row> rows, Func<Row, string> text) => string.Join('\n', rows.Select(row => JsonSerializer.Serialize(new { @case = row.Id, text = text(row) })));

    static async Task<RunResult> RunAsync(TempFolder folder)
    {
        var clock = new HandMovedClock();
        var plan = PlanReader.Read(new PlanRequest(folder.At("eval.yaml")) { Time = clock });
        await using var run = Run.Open(plan, new RunOptions(clock));
        await SmallEval.AskAllAsync(run);
        return SmallEval.Finish(run);
    }
}
