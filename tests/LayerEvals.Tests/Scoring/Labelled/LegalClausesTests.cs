using System.Text.RegularExpressions;
using LayerEvals.Scoring.Citing;
using LayerEvals.Scoring.Text;

namespace LayerEvals.Tests.Scoring.Labelled;

/// <summary>Answers of ten models about nine contracts, which cite sections, articles and clauses (CC-BY-4.0).</summary>
public sealed partial class LegalClausesTests(ITestOutputHelper output)
{
    static readonly CitationStyles Clauses = CitationStyles.Of(["clauses"]);

    // The strict truth: one of these words and a blank, or the sign, and a number in digits. What follows the number is another question.
    [GeneratedRegex(@"(?:\b(?i:sub-?section|section|clause|article|paragraph|sec\.|art\.|para\.)[ \u00A0]|\u00A7[ \u00A0]?)(?<id>(?:\d{1,4}\.){0,4}\d{1,4})(?:[^\w%.]|\.(?:\W|$)|$|\.[a-zA-Z]|[a-zA-Z]\b)", RegexOptions.NonBacktracking)]
    private static partial Regex Marker { get; }

    [GeneratedRegex(@"\b(?i:section|article|clause)\s+(?<id>(?:\d{1,3}\.)*\d{1,3}|[IVXL]+)\b|(?:^|\s)(?<id>(?:\d{1,2}\.)+\d{1,2}|\d{1,2})\.?\s+[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"^(?<id>(?:\d+\.)*\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Base { get; }

    [Fact]
    public void Section_and_clause_ids_found_are_those_in_the_text()
    {
        var confusion = new Confusion();
        foreach (var row in LabelledData.Rows("legal-clauses", "responses.jsonl.gz"))
        {
            var text = row.Text("response");
            var regions = TextRegions.Of(text);
            var there = Marker.Matches(text).Where(m => regions.At(m.Index) is not { IsCode: true }).Select(m => (m.Index, Id: m.Groups["id"].Value)).ToHashSet();
            // A plural names several: the strict truth knows the singular ones. What is no number in digits is not in it either.
            var found = Found(text, SourceShelf.Empty, regions).Where(c => !IsPlural(text, c.Span.Start))
                .Select(c => (Index: c.Span.Start, Id: Base.Match(c.Ids[0]).Groups["id"].Value)).Where(c => c.Id.Length > 0).ToHashSet();
            confusion.Add(there, found, m => $"{m.Id} in … {text.Substring(Math.Max(0, m.Index - 20), Math.Min(70, text.Length - Math.Max(0, m.Index - 20))).ReplaceLineEndings(" ")} …");
        }
        output.WriteLine(confusion.ToString());

        confusion.Precision.ShouldBeGreaterThanOrEqualTo(0.99);
        confusion.Recall.ShouldBeGreaterThanOrEqualTo(0.99);
        (confusion.Found + confusion.Missed).ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void They_resolve_against_the_headings_of_their_contract()
    {
        var contracts = LabelledData.Rows("legal-clauses", "contracts.jsonl.gz").GroupBy(c => c.Text("contract_id"))
            .ToDictionary(g => g.Key, g => Shelf(g.Select(c => c.Text("text"))));
        int cited = 0, resolved = 0;
        foreach (var row in LabelledData.Rows("legal-clauses", "responses.jsonl.gz"))
        {
            // Other tasks add sections of their own.
            if (row.Text("task_type") is not ("review" or "summarize")) continue;
            var (text, shelf) = (row.Text("response"), contracts[row.Text("contract_id")]);
            var ids = Citations.Distinct(Found(text, shelf, TextRegions.Of(text)));
            cited += ids.Count;
            resolved += ids.Count(id => shelf.Find(id) is not null);
            if (ids.Where(id => shelf.Find(id) is null).ToList() is { Count: > 0 } foreign && row.Text("model") == "gpt-5") output.WriteLine($"{row.Text("task_id")}: not a heading: {string.Join(", ", foreign)}");
        }
        output.WriteLine($"{resolved} of {cited} distinct ids in reviews and summaries are headings of the contract");

        cited.ShouldBeGreaterThan(200);
        ((double)resolved / cited).ShouldBeGreaterThan(0.75);
    }

    static List<Citation> Found(string text, SourceShelf shelf, TextRegions regions) => CitationScanner.In(new CitedText(text, shelf, Clauses, regions));

    static bool IsPlural(string text, int at)
    {
        var word = text.AsSpan(at);
        return word.IndexOf(' ') is > 0 and var end && word[..end].TrimEnd('.')[^1] is 's' or 'S';
    }

    static SourceShelf Shelf(IEnumerable<string> texts) =>
        new([.. texts.SelectMany(t => Heading.Matches(t)).Select(m => m.Groups["id"].Value.TrimEnd('.')).Distinct().Select(id => new GoldenSource(id, id))]);
}
