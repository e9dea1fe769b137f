using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using LayerEvals.JsonSchema;
using LayerEvals.Reporting;
using LayerEvals.Reporting.Servers;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Reporting.Hostile;

public sealed class FileTests(HostileRun run) : IClassFixture<HostileRun>
{
    [Fact]
    public void There_are_two_hundred_payloads_and_more() => Payloads.All.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThanOrEqualTo(200);

    [Theory]
    [InlineData("report.md")]
    [InlineData("junit.xml")]
    [InlineData("ctrf.json")]
    [InlineData("scores.csv")]
    [InlineData("report.html")]
    public void No_file_holds_what_a_terminal_obeys_or_nobody_sees(string name)
    {
        var text = run.Read(name);

        text.Where(c => c is < ' ' and not '\n' or '\u007f' or (>= '\u0080' and <= '\u009f') or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200b' or '\ufeff').Select(c => $"U+{(int)c:x4}").Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Junit_is_what_servers_check_and_every_payload_is_its_text()
    {
        var xml = Junit.Read(run.Read("junit.xml"));

        Junit.Problems(xml).ShouldBeEmpty();
        var cases = xml.Descendants("testcase").ToDictionary(c => $"{c.Attribute("classname")!.Value}/{c.Attribute("name")!.Value}", StringComparer.Ordinal);
        for (var i = 0; i < Payloads.All.Count; i++)
        {
            // An XML reader makes one line break of each kind of them, and a text ends without blanks here.
            var text = JunitXml.Text(Payloads.All[i]);
            var failure = cases[$"s-{i}/one"].Element("failure").ShouldNotBeNull();
            failure.Value.ShouldContain(JunitXml.Text(Payloads.All[i].Length > 100 ? Payloads.All[i][..100] : Payloads.All[i]));
            failure.Attribute("message")!.Value.ShouldStartWith("got worse: ");
            cases[$"s-{i}/two"].Element("error").ShouldNotBeNull().Attribute("message")!.Value.ShouldContain(Printable.Short(text.Length > 60 ? Payloads.All[i][..60] : Payloads.All[i], 900).TrimEnd('…'));
        }
    }

    [Fact]
    public void Ctrf_has_the_required_shape_and_every_payload_is_its_text()
    {
        using var json = JsonDocument.Parse(run.Read("ctrf.json"));

        Ctrf.Shape.Evaluate(json.RootElement).Failures.ShouldBeEmpty();
        var tests = json.RootElement.GetProperty("results").GetProperty("tests").EnumerateArray().ToLookup(t => $"{t.GetProperty("suite")[0].GetString()}/{t.GetProperty("name").GetString()}", StringComparer.Ordinal);
        for (var i = 0; i < Payloads.All.Count; i++)
        {
            tests[$"s-{i}/one"].Single().GetProperty("status").GetString().ShouldBe("failed");
            tests[$"s-{i}/one"].Single().GetProperty("trace").GetString()!.ShouldContain(Printable.Lines(Payloads.All[i].Length > 1000 ? Payloads.All[i][..1000] : Payloads.All[i]));
            tests[$"s-{i}/two"].Single().GetProperty("status").GetString().ShouldBe("other");
            tests[$"s-{i}/two"].Single().GetProperty("message").GetString()!.ShouldContain(Printable.Line(Payloads.All[i].Length > 100 ? Payloads.All[i][..100] : Payloads.All[i]));
        }
    }

    [Fact]
    public void Csv_has_a_row_a_finding_and_no_formula()
    {
        var rows = Csv.Rows(run.Read("scores.csv"));

        var scores = run.Read("scores.jsonl").TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        rows[0].ShouldBe(["set", "case", "configuration", "sample", "check", "layer", "outcome", "reason", "evidence", "by", "retry"]);
        rows.Count.ShouldBe(scores.Count + 1);
        for (var i = 0; i < scores.Count; i++)
        {
            rows[i + 1].Length.ShouldBe(rows[0].Length);
            for (var column = 0; column < rows[0].Length; column++)
            {
                var written = scores[i].TryGetProperty(rows[0][column], out var value) ? Printable.Line(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()) : "";
                var cell = rows[i + 1][column];
                (cell == written || cell == "'" + written).ShouldBeTrue($"{cell} is not {written}");
                cell.TrimStart().ShouldNotMatch("^[=+@\\-\\t\\r＝＋－＠]");
            }
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\t=1", "'\\t=1")]
    [InlineData("\r=1", "'\\r=1")]
    [InlineData("\n=1", "'\\n=1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=1", "a=1")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData("=1,2", "\"'=1,2\"")]
    [InlineData("a\nb", "a\\nb")]
    [InlineData("", "")]
    public void A_cell_is_quoted_and_no_formula(string text, string cell) => ScoresCsv.Cell(text).ShouldBe(cell);

    [Theory]
    [InlineData("a\u0001b\uFFFE\uFFFF", "a\\u0001b\\ufffe\\uffff")]
    [InlineData("😀 ]]> <&", "😀 ]]> <&")]
    public void What_xml_cannot_hold_is_an_escape(string text, string shown) => JunitXml.Text(text).ShouldBe(shown);

    [Fact]
    public void Half_a_character_is_an_escape() => JunitXml.Text("\ud83d lone").ShouldBe("\\ud83d lone");
}

/// <summary>junit.xml as Jenkins' xUnit plugin checks it: its schema junit-10.xsd, in words.</summary>
internal static class Junit
{
    static readonly Dictionary<string, (string[] Required, string[] Allowed, string[] Children)> Elements = new(StringComparer.Ordinal)
    {
        ["testsuites"] = ([], ["name", "time", "tests", "failures", "errors"], ["testsuite"]),
        ["testsuite"] = (["name", "tests", "failures", "errors"], ["group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"], ["testsuite", "properties", "testcase", "system-out", "system-err"]),
        ["testcase"] = (["name"], ["time", "classname", "group"], ["skipped", "error", "failure", "system-out", "system-err"]),
        ["failure"] = ([], ["type", "message"], []),
        ["error"] = ([], ["type", "message"], []),
        ["skipped"] = ([], ["type", "message"], []),
    };

    public static XDocument Read(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        return XDocument.Load(reader);
    }

    public static IEnumerable<string> Problems(XDocument xml)
    {
        if (xml.Root?.Name != "testsuites") yield return "the root is no testsuites";
        foreach (var element in xml.Descendants())
        {
            if (!Elements.TryGetValue(element.Name.LocalName, out var rule))
            {
                yield return $"{element.Name} is unknown";
                continue;
            }
            foreach (var missing in rule.Required.Where(r => element.Attribute(r) is null)) yield return $"{element.Name} without {missing}";
            foreach (var other in element.Attributes().Where(a => !rule.Required.Concat(rule.Allowed).Contains(a.Name.LocalName))) yield return $"{element.Name} with {other.Name}";
            foreach (var other in element.Elements().Where(e => !rule.Children.Contains(e.Name.LocalName))) yield return $"{other.Name} in {element.Name}";
        }
        foreach (var suite in xml.Descendants("testsuite"))
            foreach (var (name, kind) in new[] { ("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped") })
                if (suite.Descendants(kind).Count().ToString(System.Globalization.CultureInfo.InvariantCulture) != suite.Attribute(name)?.Value) yield return $"{name} of {suite.Attribute("name")?.Value} is {suite.Attribute(name)?.Value}";
    }
}

/// <summary>The keys of CTRF 0.1.0 that ctrf.json uses: what its schema requires, and nothing that it does not know.</summary>
internal static class Ctrf
{
    public static Schema Shape { get; } = Schema.Compile("""
        {"type": "object", "additionalProperties": false, "required": ["results", "reportFormat", "specVersion"], "properties": {
          "reportFormat": {"const": "CTRF"}, "specVersion": {"pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+$"}, "generatedBy": {"type": "string"},
          "results": {"type": "object", "additionalProperties": false, "required": ["tool", "summary", "tests"], "properties": {
            "tool": {"type": "object", "additionalProperties": false, "required": ["name"], "properties": {"name": {"type": "string", "minLength": 1}, "version": {"type": "string"}}},
            "environment": {"type": "object", "additionalProperties": false, "properties": {"reportName": {"type": "string"}}},
            "summary": {"type": "object", "additionalProperties": false, "required": ["tests", "passed", "failed", "skipped", "pending", "other", "start", "stop"], "properties": {
              "tests": {"type": "integer"}, "passed": {"type": "integer"}, "failed": {"type": "integer"}, "skipped": {"type": "integer"}, "pending": {"type": "integer"}, "other": {"type": "integer"}, "start": {"type": "integer"}, "stop": {"type": "integer"}}},
            "tests": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["name", "status", "duration"], "properties": {
              "name": {"type": "string", "minLength": 1}, "status": {"enum": ["passed", "failed", "skipped", "pending", "other"]}, "duration": {"type": "integer"},
              "suite": {"type": "array", "minItems": 1, "items": {"type": "string"}}, "rawStatus": {"type": "string"}, "message": {"type": "string"}, "trace": {"type": "string"},
              "filePath": {"type": "string"}, "line": {"type": "integer"}, "tags": {"type": "array", "items": {"type": "string"}}}}}}}}}
        """);
}

/// <summary>RFC 4180, read strictly.</summary>
internal static class Csv
{
    public static List<string[]> Rows(string text)
    {
        var (rows, row, cell, quoted) = (new List<string[]>(), new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"' && (quoted || cell.Length == 0)) quoted = !quoted;
            else if (quoted || c is not (',' or '\n')) cell.Append(c == '"' && !quoted ? throw new FormatException($"a quote in {cell}") : c);
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                rows.Add([.. row]);
                row.Clear();
            }
        }
        return rows;
    }
}
