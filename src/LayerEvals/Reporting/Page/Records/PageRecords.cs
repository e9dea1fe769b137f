using System.Buffers;
using System.Text.Json;
using LayerEvals.Runs;

namespace LayerEvals.Reporting.Page;

/// <summary>
/// Goes once through the record of a run, case by case in the order in which they were asked: the page's blocks go to a file, since the page's static part stands
/// before them, and what stays in memory is counts, the columns of the list and a hash for each text.
/// </summary>
internal sealed class PageRecords : IDisposable
{
    // Cases in memory together; with their answers a few megabytes.
    const int AtOnce = 256;

    readonly Run run;
    readonly Func<GoldenCase, string> rerun;
    readonly FileStream data;
    readonly PageBlocks blocks;
    readonly TextStore texts;
    readonly JsonChunks cases;
    readonly CaseColumns columns;
    readonly CaseDetails details;

    /// <param name="run">The run.</param>
    /// <param name="rerun">The command that runs one case again.</param>
    public PageRecords(Run run, Func<GoldenCase, string> rerun)
    {
        (this.run, this.rerun) = (run, rerun);
        data = new FileStream(run.Folder.File("report.data.part"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        blocks = new PageBlocks(data);
        texts = new TextStore(blocks);
        cases = new JsonChunks(blocks, "cases");
        columns = new CaseColumns(run.Plan.Cases);
        details = new CaseDetails(texts, columns, run.Plan.Config.Sides);
        Sides = [.. run.Plan.Config.Sides.Select(side => new SideNumbers(side))];
    }

    public FailureGroups Groups { get; } = new();

    /// <summary>What the answers of each side took, the baseline first.</summary>
    public IReadOnlyList<SideNumbers> Sides { get; }

    /// <summary>How many processors it may take; can be changed while it is written.</summary>
    public int Processors
    {
        get => blocks.Processors;
        set => blocks.Processors = value;
    }

    public void Add(IEnumerable<CaseRecord> scored)
    {
        foreach (var page in ReadAhead(scored))
        {
            Count(page, details.Texts(page));
            cases.Add(json => details.Write(json, page, rerun(page.Golden)));
            texts.EndCase();
        }
    }

    /// <summary>To be called after the last case.</summary>
    public void End()
    {
        texts.End();
        cases.End();
        blocks.Flush();
    }

    /// <summary>Writes the blocks of the texts and of the cases.</summary>
    public void CopyTo(Stream stream)
    {
        data.Position = 0;
        data.CopyTo(stream);
    }

    public void Dispose() => data.Dispose();

    // While one batch is written the next one is read.
    IEnumerable<PageCase> ReadAhead(IEnumerable<CaseRecord> scored)
    {
        var reading = Task.FromResult(Array.Empty<PageCase>());
        foreach (var batch in scored.Chunk(AtOnce))
        {
            var read = reading;
            reading = Task.Run(() => Pages(batch));
            foreach (var page in read.GetAwaiter().GetResult()) yield return page;
        }
        foreach (var page in reading.GetAwaiter().GetResult()) yield return page;
    }

    // Read side by side, told in order.
    PageCase[] Pages(CaseRecord[] batch)
    {
        var pages = new PageCase[batch.Length];
        Parallel.For(0, batch.Length, new ParallelOptions { MaxDegreeOfParallelism = Processors }, i => pages[i] = PageCase.Of(run, batch[i]));
        return pages;
    }

    void Count(PageCase page, int[] found)
    {
        for (var side = 0; side < 2; side++)
            foreach (var answer in page.Answers[side]) Sides[side].Add(answer);
        columns.Add(page, Groups.Add(page.Scores), found);
    }

    /// <summary>Writes the block that the page reads first.</summary>
    public void WriteIndex(Report report, Stream stream)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using (var json = new Utf8JsonWriter(buffer, PageJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("format", "page-1");
            json.WriteString("run", report.Run);
            ReportJson.Texts(json, "sides", report.Config.Sides.Select(s => s.Name));
            json.WriteNumber("samples", report.Comparison.Samples);
            json.WriteStartObject("titles");
            foreach (var layer in report.Config.Layers) json.WriteString(layer.Id, layer.Title);
            json.WriteEndObject();
            json.WriteStartObject("origins");
            foreach (var set in report.Plan.Sets) json.WriteString(set.Id, set.Origin ?? "");
            json.WriteEndObject();
            columns.Write(json);
            WriteGroups(json);
            PageJson.Numbers(json, "textStarts", texts.Starts);
            PageJson.Numbers(json, "caseStarts", cases.Starts);
            json.WriteEndObject();
        }
        var index = new PageBlocks(stream);
        index.Add("index", buffer.WrittenSpan);
        index.Flush();
    }

    void WriteGroups(Utf8JsonWriter json)
    {
        json.WriteStartArray("groups");
        foreach (var group in Groups.All)
        {
            json.WriteStartObject();
            json.WriteNumber("check", columns.CheckOf(group.Check, group.Layer));
            json.WriteString("reason", group.Reason);
            PageJson.Numbers(json, "cases", [group.Baseline, group.Candidate]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
