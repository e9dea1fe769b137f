using System.Buffers;
using System.Text.Json;
using LayerEvals.Runs;

namespace LayerEvals.Reporting.Page;

/// <summary>
/// Goes once through the record of a run, case by case: the page's blocks go to a stream, and what stays in memory is counts, the columns of the list and a hash
/// for each text.
/// </summary>
internal sealed class PageRecords
{
    // Cases in memory together; with their answers a few megabytes.
    const int AtOnce = 256;

    readonly CaseColumns columns = new();
    readonly PageBlocks blocks;
    IReadOnlyList<int> textStarts = [];
    IReadOnlyList<int> caseStarts = [];

    PageRecords(Run run, Stream stream)
    {
        blocks = new PageBlocks(stream);
        Sides = [.. run.Plan.Config.Sides.Select(side => new SideNumbers(side))];
    }

    public FailureGroups Groups { get; } = new();

    /// <summary>What the answers of each side took, the baseline first.</summary>
    public IReadOnlyList<SideNumbers> Sides { get; }

    public static PageRecords Read(Run run, IEnumerable<CaseRecord> done, Func<GoldenCase, string> rerun, Stream stream)
    {
        var records = new PageRecords(run, stream);
        using (var texts = new TextStore(records.blocks))
        using (var cases = new JsonChunks(records.blocks, "cases"))
        {
            var details = new CaseDetails(texts, records.columns, run.Plan.Config.Sides);
            foreach (var page in done.Chunk(AtOnce).SelectMany(batch => Pages(run, batch)))
            {
                records.Count(page, details.Texts(page));
                cases.Add(json => details.Write(json, page, rerun(page.Golden)));
            }
            (records.textStarts, records.caseStarts) = (texts.Starts, cases.Starts);
        }
        records.blocks.Flush();
        return records;
    }

    // Read side by side, told in order.
    static PageCase[] Pages(Run run, CaseRecord[] batch)
    {
        var pages = new PageCase[batch.Length];
        Parallel.For(0, batch.Length, i => pages[i] = PageCase.Of(run, batch[i]));
        return pages;
    }

    void Count(PageCase page, int[] texts)
    {
        for (var side = 0; side < 2; side++)
            foreach (var answer in page.Answers[side]) Sides[side].Add(answer);
        columns.Add(page, Groups.Add(page.Scores), texts);
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
            PageJson.Texts(json, "sides", report.Config.Sides.Select(s => s.Name));
            json.WriteNumber("samples", report.Comparison.Samples);
            json.WriteStartObject("titles");
            foreach (var layer in report.Config.Layers) json.WriteString(layer.Id, layer.Title);
            json.WriteEndObject();
            json.WriteStartObject("origins");
            foreach (var set in report.Sets) json.WriteString(set.Id, set.Origin ?? "");
            json.WriteEndObject();
            columns.Write(json);
            WriteGroups(json);
            PageJson.Numbers(json, "textStarts", textStarts);
            PageJson.Numbers(json, "caseStarts", caseStarts);
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
