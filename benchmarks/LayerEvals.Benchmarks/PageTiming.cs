using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LayerEvals.Answering;
using LayerEvals.Comparing.Statistics;
using LayerEvals.Planning;
using LayerEvals.Reporting;
using LayerEvals.Reporting.Page;
using LayerEvals.Runs;

namespace LayerEvals.Benchmarks;

/// <summary>
/// What report.html costs: its size, the time and memory to write it. The answers are those of the embedded reader over the repository's golden sets, put together
/// until each is 1,000 characters long, so that no two of them are the same and all are the reader's words.
/// </summary>
internal static class PageTiming
{
    const int Seed = 20260901;
    const int Length = 1000;

    /// <summary>Measures one size in this process and gives the report, for a browser to be measured on.</summary>
    public static async Task<string> WriteAsync(TextWriter print, (string Root, string Folder, int Cases) of, TimeProvider time)
    {
        var words = await CorpusAsync(of.Root, time);
        Files(of.Folder, of.Cases, words);
        var plan = PlanReader.Read(new PlanRequest(Path.Combine(of.Folder, "page.yaml")) { Time = time });
        await using var run = Run.Open(plan, new RunOptions(time));
        await run.AskAllAsync(plan.AskingOrder(), CancellationToken.None);
        var result = Finishing.Finish(run, isComplete: true, Rerun);
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (start, before) = (time.GetTimestamp(), process.TotalProcessorTime);
        // Once more, without scores and comparison: the reports alone.
        using (var records = new PageUnderway(run, Rerun, whileAsking: false))
        {
            foreach (var golden in plan.Cases) records.Add(run.Records[golden.Key]);
            ReportFiles.Write(run, records.End(), (result, [.. plan.Cases.Select(c => run.Records[c.Key])], Rerun));
        }
        var seconds = time.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        var (worked, peak) = ((process.TotalProcessorTime - before).TotalSeconds, process.PeakWorkingSet64 / 1e6);
        var (answers, page) = (new FileInfo(run.Folder.Answers).Length / 1e6, new FileInfo(result.ReportHtml).Length / 1e6);
        print.WriteLine("| cases x 2 | answers.jsonl | report.html | reports written in | processor time | peak memory of the whole run |\n|---:|---:|---:|---:|---:|---:|");
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {of.Cases:N0} | {answers:0.0} MB | {page:0.0} MB | {seconds:0.00} s | {worked:0.00} s | {peak:N0} MB |"));
        return result.ReportHtml;
    }

    static string Rerun(GoldenCase golden) => $"layerevals run page.yaml --case {golden.Key}";

    // Every answer of both readers to every case: sentences of a few hundred kinds.
    static async Task<IReadOnlyList<string>[]> CorpusAsync(string root, TimeProvider time)
    {
        var plan = PlanReader.Read(new PlanRequest(Path.Combine(root, "configs", "vendor-bump.yaml")) { Time = time, Clients = ModelClients.For });
        var words = new List<string>[] { [], [] };
        foreach (var golden in plan.Cases)
            for (var side = 0; side < 2; side++)
                words[side].Add((await plan.Attempts[side]!(new Asking(golden, plan.Config.Sides[side], 1, plan.Messages(golden, side), plan.Schema(golden, side)), CancellationToken.None)).Text);
        return [words[0], words[1]];
    }

    static void Files(string folder, int cases, IReadOnlyList<string>[] words)
    {
        Directory.CreateDirectory(folder);
        var coin = new Coin(Seed);
        using (var golden = new StreamWriter(Path.Combine(folder, "page.jsonl")))
            for (var i = 0; i < cases; i++) golden.WriteLine(JsonSerializer.Serialize(new { id = $"case-{i}", input = $"Question {i}: {words[0][i % words[0].Count]}", tags = new[] { $"tag-{i % 40}" } }));
        for (var side = 0; side < 2; side++) Answers(Path.Combine(folder, $"{side}.jsonl"), cases, words[side], coin);
        File.WriteAllText(Path.Combine(folder, "set.yaml"), "id: page\nlayer: retrieval\nchecks: [{words: {max: 170}}, {excludes: not found}, {excludes: [guarantee, promise], layer: verification}]\ncases: page.jsonl\n");
        File.WriteAllText(Path.Combine(folder, "page.yaml"), """
            name: page
            golden: [set.yaml]
            baseline: a
            candidate: b
            models:
              a: {provider: recorded, model: reader-1, answers: 0.jsonl}
              b: {provider: recorded, model: reader-2, answers: 1.jsonl}
            output: runs
            """);
    }

    static void Answers(string path, int cases, IReadOnlyList<string> words, Coin coin)
    {
        using var file = new StreamWriter(path);
        for (var i = 0; i < cases; i++)
        {
            var text = "";
            while (text.Length < Length) text += words[(int)(coin.Uniform() * words.Count)] + "\n";
            file.WriteLine(JsonSerializer.Serialize(new { @case = $"page/case-{i}", text = text[..Length], latency_ms = Math.Round(200 + 800 * coin.Uniform()), usage = new { input = 300, output = 220 } }));
        }
    }
}
