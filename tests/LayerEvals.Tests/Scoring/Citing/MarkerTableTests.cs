using System.Globalization;
using System.Text.RegularExpressions;
using LayerEvals.Scoring.Citing;
using LayerEvals.Scoring.Text;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Scoring.Citing;

/// <summary>Texts with the citations that a reader finds in them: every style, and what looks like one and is none.</summary>
public sealed class MarkerTableTests
{
    // A line: the given ids; the styles (- for all); the text; the ids that are cited.
    static IReadOnlyList<Row> Rows { get; } = [.. File.ReadLines(Repository.File("tests", "LayerEvals.Tests", "Scoring", "Citing", "markers.txt")).Where(l => l.Length > 0 && l[0] != '#').Select(Row.Read)];

    public static TheoryData<string> Lines => [.. Rows.Select(r => r.Line)];

    [Theory, MemberData(nameof(Lines))]
    public void The_ids_of_a_text(string line)
    {
        var row = Row.Read(line);

        string.Join(' ', Citations.Distinct(row.Found())).ShouldBe(row.Ids);
    }

    [Fact]
    public void The_table_is_large_and_has_every_style()
    {
        Rows.Count.ShouldBeGreaterThanOrEqualTo(120);
        foreach (var style in Enum.GetValues<CitationStyle>().Except([CitationStyle.None, CitationStyle.Fields]))
            Rows.Count(r => r.Found().Exists(c => c.Style == style)).ShouldBeGreaterThan(4, style.ToString());
        Rows.Count(r => r.Ids.Length == 0).ShouldBeGreaterThan(40);
    }

    [Fact]
    public void A_span_is_the_marker_as_it_is_written()
    {
        foreach (var row in Rows)
            foreach (var citation in row.Found())
            {
                var written = citation.Span.Of(row.Text);
                (written[0] is '[' or '(' or '<' or '\u3010' or '\u00A7' || char.IsLetter(written[0])).ShouldBeTrue(row.Line);
                char.IsWhiteSpace(written[^1]).ShouldBeFalse(row.Line);
            }
    }

    sealed record Row(string Line, string[] Given, CitationStyles Styles, string Text, string Ids)
    {
        public static Row Read(string line)
        {
            var cells = Regex.Replace(line, @"\\u(?<hex>[0-9A-F]{4})", m => ((char)int.Parse(m.Groups["hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(), RegexOptions.NonBacktracking).Split(" ;; ");
            cells.Length.ShouldBe(4, line);
            return new Row(line, cells[0].Split(' ').Where(id => id != "-").ToArray(), CitationStyles.Of([.. cells[1].Split(' ').Where(s => s != "-")]), cells[2].Replace("\\n", "\n"), cells[3] == "-" ? "" : cells[3]);
        }

        public List<Citation> Found() => CitationScanner.In(new CitedText(Text, new SourceShelf([.. Given.Select(id => new GoldenSource(id, $"The text of {id} says \"as in Section 9.9\" and [77] too."))]), Styles, TextRegions.Of(Text)));
    }
}
