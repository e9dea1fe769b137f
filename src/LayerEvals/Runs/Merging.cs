using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Reading;

namespace LayerEvals.Runs;

/// <summary>Joins the shards of a plan into one run and judges the whole. Files are copied line by line; the answers of a run are never in memory together.</summary>
internal static class Merging
{
    public static async Task<RunResult> MergeAsync(Shards shards, RunFolder folder, TimeProvider time, Func<GoldenCase, string> rerun)
    {
        MergedManifest.Write(folder, shards, "merging", []);
        WholeFile.Write(folder.Cases, stream => CopyCases(shards, stream));
        // In the order of the shards, whatever order they were named in.
        WholeFile.Write(folder.Answers, stream => Copy(shards.InOrder.Select(s => s.Paths.Answers), stream, _ => true));
        WholeFile.Write(folder.Scores, stream => Copy(shards.InOrder.Select(s => s.Paths.Scores), stream, line => RunSeal.IsByCode(line)));
        if (File.Exists(shards.First.Paths.Blessed)) WholeFile.Write(folder.Paths.Blessed, stream => Copy([shards.First.Paths.Blessed], stream, _ => true));
        SavedRun.CopyHistory(shards.First.Paths, folder);
        foreach (var shard in shards.InOrder) SchemaFolder.Copy(shard.Paths, folder);
        await using var run = await Run.RescoreAsync(SavedRun.Read(folder.Paths), folder, time);
        var result = Finishing.Finish(run, isComplete: false, rerun);
        MergedManifest.Write(folder, shards, "finished", run.Returned);
        return result;
    }

    static void Copy(IEnumerable<string> files, Stream stream, Func<ReadOnlySpan<byte>, bool> takes)
    {
        foreach (var line in files.Where(File.Exists).SelectMany(LineFile.Read).Where(l => takes(l.Text.Span))) Write(line, stream);
    }

    // Each shard has its cases in the plan's order; the places say whose turn it is.
    static void CopyCases(Shards shards, Stream stream)
    {
        var readers = shards.InOrder.Select(s => LineFile.Read(s.Paths.Cases).GetEnumerator()).ToList();
        try
        {
            var turns = new PriorityQueue<IEnumerator<FileLine>, int>();
            foreach (var reader in readers) Enqueue(turns, reader);
            var place = 0;
            while (turns.TryDequeue(out var reader, out var next))
            {
                if (next != ++place) throw Gap(shards, place);
                Write(reader.Current, stream);
                Enqueue(turns, reader);
            }
            if (place != shards.First.CasesOfAllShards) throw Gap(shards, place + 1);
        }
        finally
        {
            foreach (var reader in readers) reader.Dispose();
        }
    }

    static void Enqueue(PriorityQueue<IEnumerator<FileLine>, int> turns, IEnumerator<FileLine> reader)
    {
        if (!reader.MoveNext()) return;
        using var json = JsonDocument.Parse(reader.Current.Text);
        turns.Enqueue(reader, json.RootElement.GetProperty("place").GetInt32());
    }

    static void Write(FileLine line, Stream stream)
    {
        stream.Write(line.Text.Span);
        stream.Write("\n"u8);
    }

    static NotComparableException Gap(Shards shards, int place) =>
        new(ProblemIds.ShardsNotWhole, shards.First.Shown, $"expected each of the plan's {shards.First.CasesOfAllShards} cases in one shard, found no case or several at place {place}", "run the shards again from one commit");
}
