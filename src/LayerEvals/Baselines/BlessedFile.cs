using System.Globalization;
using System.Text.Json;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Reporting;

namespace LayerEvals.Baselines;

/// <summary>A blessed baseline as JSON Lines: the first line says what it is, each further one is a case, so that a change of a case is a change of one line.</summary>
internal static class BlessedFile
{
    public static void Write(BlessedBaseline blessed, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonLine.Options);
        Head(blessed, json);
        foreach (var golden in blessed.Cases.Values)
        {
            EndLine(json, stream);
            Write(golden, json);
        }
        EndLine(json, stream);
    }

    /// <summary>The baseline of a file; null after its problems were reported.</summary>
    public static BlessedBaseline? Read(SourceFile file)
    {
        if (file.ReadBytes() is not { } bytes) return null;
        var before = file.Problems.Count;
        MapReader? head = null;
        var cases = new Dictionary<string, BlessedCase>(StringComparer.Ordinal);
        foreach (var (json, line) in JsonText.Lines(bytes))
        {
            if (JsonText.Read(file, json.Span, line) is not { } node || MapReader.Of(file, node, head is null ? "a blessed baseline" : "a blessed case") is not { } reader) continue;
            if (head is null) head = reader;
            else if (Case(reader) is { } golden && !cases.TryAdd(golden.Key, golden))
                file.Error(ProblemIds.Blessed, line, $"expected each case once, found `{Printable.Short(golden.Key, 80)}` again (first in line {cases[golden.Key].Line})", "bless the run again, or remove one of the lines");
        }
        var found = head?.Text("format");
        if (found != BlessedBaseline.Format)
            file.Error(ProblemIds.Blessed, 1, $"expected a blessed baseline of format {BlessedBaseline.Format}, found {(found is null ? "none" : Printable.Short(found, 40))}", "name the file that `layerevals bless` wrote");
        return file.Problems.Count > before || head is null ? null : Baseline(head, cases);
    }

    static BlessedBaseline? Baseline(MapReader head, Dictionary<string, BlessedCase> cases)
    {
        const string Again = "bless the run again";
        var before = head.File.Problems.Count;
        var blessed = new BlessedBaseline
        {
            Name = head.Required("name", Again),
            Configuration = head.Required("configuration", Again),
            Model = head.Required("model", Again),
            Returned = head.Texts("returned"),
            Samples = head.Whole("samples", 1, 1000) ?? 1,
            Run = head.Required("run", Again),
            Asked = Day(head, "asked"),
            Blessed = Day(head, "blessed"),
            Version = head.Required("version", Again),
            Cases = cases,
        };
        head.Close();
        return head.File.Problems.Count > before ? null : blessed;
    }

    static BlessedCase? Case(MapReader reader)
    {
        var before = reader.File.Problems.Count;
        const string Again = "bless the run again";
        var layers = new Dictionary<string, Cell>(StringComparer.Ordinal);
        if (reader.Node("layers") is MapNode map)
            foreach (var entry in map.Entries)
                if (MapReader.Of(reader.File, entry.Value, "a layer's outcomes") is { } layer) layers[entry.Key] = CellOf(layer);
        var golden = new BlessedCase(reader.Required("case", Again), reader.Required("asked", Again), reader.Required("expected", Again),
            reader.Map("overall") is { } overall ? CellOf(overall) : default, layers, reader.Texts("code"), reader.Line)
        {
            Must = reader.Map("must") is { } must ? CellOf(must) : null,
        };
        reader.Close();
        return reader.File.Problems.Count > before ? null : golden;
    }

    static Cell CellOf(MapReader reader)
    {
        var cell = new Cell((ushort)(reader.Whole("passed", 0, 1000) ?? 0), (ushort)(reader.Whole("failed", 0, 1000) ?? 0), 0, (ushort)(reader.Whole("unscored", 0, 1000) ?? 0));
        reader.Close();
        return cell;
    }

    static DateOnly Day(MapReader head, string key)
    {
        var text = head.Required(key, "write a day such as 2026-09-01");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (text.Length > 0) head.File.Error(ProblemIds.Blessed, head.LineOf(key), $"expected a day such as 2026-09-01 for `{key}`, found `{Printable.Short(text, 40)}`", "correct it");
        return default;
    }

    static void Head(BlessedBaseline blessed, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("format", BlessedBaseline.Format);
        json.WriteString("name", blessed.Name);
        json.WriteString("configuration", blessed.Configuration);
        json.WriteString("model", blessed.Model);
        ReportJson.Texts(json, "returned", blessed.Returned);
        json.WriteNumber("samples", blessed.Samples);
        json.WriteString("run", blessed.Run);
        json.WriteString("asked", BlessedBaseline.Day(blessed.Asked));
        json.WriteString("blessed", BlessedBaseline.Day(blessed.Blessed));
        json.WriteString("version", blessed.Version);
        json.WriteEndObject();
    }

    static void Write(BlessedCase golden, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("case", golden.Key);
        Write(json, "overall", golden.Overall);
        json.WriteStartObject("layers");
        foreach (var (layer, cell) in golden.Layers.OrderBy(l => l.Key, StringComparer.Ordinal)) Write(json, layer, cell);
        json.WriteEndObject();
        if (golden.Must is { } must) Write(json, "must", must);
        if (golden.Code.Count > 0) ReportJson.Texts(json, "code", golden.Code);
        json.WriteString("asked", golden.AskedHash);
        json.WriteString("expected", golden.ExpectedHash);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, Cell cell)
    {
        json.WriteStartObject(name);
        if (cell.Passed > 0) json.WriteNumber("passed", cell.Passed);
        if (cell.Failed > 0) json.WriteNumber("failed", cell.Failed);
        if (cell.Unscored > 0) json.WriteNumber("unscored", cell.Unscored);
        json.WriteEndObject();
    }

    static void EndLine(Utf8JsonWriter json, Stream stream)
    {
        json.Flush();
        stream.Write("\n"u8);
        json.Reset();
    }
}
