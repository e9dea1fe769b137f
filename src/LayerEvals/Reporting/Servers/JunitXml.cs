using System.Globalization;
using System.Text;
using System.Xml;

namespace LayerEvals.Reporting.Servers;

/// <summary>
/// Writes junit.xml: one suite for the gates and one for each golden set, one test case for each case. There is no standard; the elements and attributes are those of
/// the schema that Jenkins' xUnit plugin checks (junit-10.xsd), and the suite is in <c>classname</c> too, which is what GitLab shows.
/// </summary>
internal sealed class JunitXml : IDisposable
{
    static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    readonly XmlWriter xml;
    readonly Dictionary<string, IReadOnlyDictionary<ServerStatus, int>> suites;
    readonly string started;
    string? open;

    public JunitXml(ServerCases cases, Stream stream)
    {
        suites = cases.Suites().ToDictionary(s => s.Suite == ServerCase.Gates ? "" : s.Suite, s => s.Counts, StringComparer.Ordinal);
        started = cases.Started.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        Attribute("name", cases.Report.Config.Name);
        Counts(suites.Values.SelectMany(s => s).ToLookup(s => s.Key, s => s.Value));
    }

    public void Add(ServerCase shown)
    {
        if (shown.Suite != open) Begin(shown.Suite);
        xml.WriteStartElement("testcase");
        Attribute("name", shown.Name);
        Attribute("classname", shown.Suite);
        Attribute("time", (shown.Milliseconds / 1000m).ToString("0.000", CultureInfo.InvariantCulture));
        if (shown.Status != ServerStatus.Passed) Outcome(shown);
        xml.WriteEndElement();
    }

    public void Dispose()
    {
        if (open is not null) xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
        xml.Flush();
        xml.Dispose();
    }

    /// <summary>Text that XML 1.0 can hold: what it cannot is shown as an escape. Brackets are the writer's.</summary>
    public static string Text(string text) => Printable.Lines(text);

    void Begin(string suite)
    {
        if (open is not null) xml.WriteEndElement();
        open = suite;
        // The gates come first; a golden set of that name is another suite.
        var key = suites.Remove("", out var gates) ? null : suite;
        xml.WriteStartElement("testsuite");
        Attribute("name", suite);
        Counts((key is null ? gates! : suites[key]).ToLookup(s => s.Key, s => s.Value)); // Remove has given it
        Attribute("timestamp", started);
    }

    void Counts(ILookup<ServerStatus, int> counts)
    {
        Number("tests", counts.SelectMany(c => c).Sum());
        Number("failures", counts.Where(c => c.Key.IsFailure()).SelectMany(c => c).Sum());
        Number("errors", counts[ServerStatus.Errored].Sum());
        if (open is not null) Number("skipped", counts.Where(c => !c.Key.IsFailure() && c.Key is not (ServerStatus.Passed or ServerStatus.Errored)).SelectMany(c => c).Sum());
    }

    void Outcome(ServerCase shown)
    {
        xml.WriteStartElement(shown.Status.IsFailure() ? "failure" : shown.Status == ServerStatus.Errored ? "error" : "skipped");
        if (shown.Status.IsFailure() || shown.Status == ServerStatus.Errored) Attribute("type", shown.Status.Word());
        Attribute("message", Printable.Short(shown.Why, 1000));
        if (shown.Details.Length > 0) xml.WriteString(Text($"\n{shown.Details}\n"));
        xml.WriteEndElement();
    }

    void Number(string name, int number) => Attribute(name, number.ToString(CultureInfo.InvariantCulture));

    void Attribute(string name, string text) => xml.WriteAttributeString(name, Text(text));
}
