using System.Globalization;
using System.Text.RegularExpressions;
using LayerEvals.Scoring.Citing;
using LayerEvals.Scoring.Text;

namespace LayerEvals.Tests.Scoring.Labelled;

/// <summary>Long answers of six systems with <c>[n]</c> markers, their attribution lists, and experts' judgments of each claim (ExpertQA, MIT).</summary>
public sealed partial class ExpertQaTests(ITestOutputHelper output)
{
    static readonly CitingRule AnyStyle = new(CitationStyles.Any, null);

    // The strict truth: brackets with whole numbers and nothing else.
    [GeneratedRegex(@"\[(?<ids>\d{1,3}(?:, ?\d{1,3})*)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marker { get; }

    [Fact]
    public void Markers_found_are_the_markers_in_the_text()
    {
        var confusion = new Confusion();
        foreach (var row in LabelledData.Rows("expertqa", "answers.jsonl.gz"))
        {
            var text = row.Text("answer");
            var there = Marker.Matches(text).SelectMany(m => m.Groups["ids"].Value.Split(',').Select(id => (m.Index, Id: id.Trim()))).ToHashSet();
            var found = CitationScanner.In(new CitedText(text, Shelf(row), CitationStyles.Any, TextRegions.Of(text))).SelectMany(c => c.Ids.Select(id => (Index: c.Span.Start, Id: id))).ToHashSet();
            confusion.Add(there, found, m => $"[{m.Id}] in … {text.Substring(Math.Max(0, m.Index - 30), Math.Min(60, text.Length - Math.Max(0, m.Index - 30))).ReplaceLineEndings(" ")} …");
        }
        output.WriteLine(confusion.ToString());

        confusion.Precision.ShouldBeGreaterThanOrEqualTo(0.99);
        confusion.Recall.ShouldBeGreaterThanOrEqualTo(0.99);
        (confusion.Found + confusion.Missed).ShouldBeGreaterThan(1500);
    }

    [Fact]
    public void Dangling_and_unused_references_are_named()
    {
        int answers = 0, dangling = 0, unused = 0;
        foreach (var row in LabelledData.Rows("expertqa", "answers.jsonl.gz"))
        {
            answers++;
            var answer = CitedAnswer.Read(row.Text("answer"), Shelf(row), AnyStyle);
            var listed = answer.Shelf.All.Select(s => s.Id).ToHashSet();
            var (danglingHere, unusedHere) = (answer.Ids.Where(id => !listed.Contains(id)).ToList(), listed.Except(answer.Ids).ToList());
            dangling += danglingHere.Count;
            unused += unusedHere.Count;
            if (danglingHere.Count + unusedHere.Count > 0) output.WriteLine($"answer {answers}: {Named("dangling", danglingHere)}{Named("unused", unusedHere)}");
        }
        output.WriteLine($"{answers} answers: {dangling} dangling markers, {unused} references that no marker names");

        dangling.ShouldBe(0);
        unused.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Lexical_support_is_higher_where_experts_saw_support()
    {
        var shares = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        foreach (var row in LabelledData.Rows("expertqa", "answers.jsonl.gz"))
            foreach (var claim in row.GetProperty("claims").EnumerateArray())
            {
                var evidence = claim.GetProperty("evidence").EnumerateArray().Select((e, i) => new GoldenSource($"{i}", e.GetString()!)).ToList();
                var text = claim.Text("claim_string");
                if (evidence.Count == 0 || text.Length == 0) continue;
                var shelf = new SourceShelf(evidence);
                var support = CitedAnswer.Read(text, shelf, AnyStyle).Claims.Aggregate(new LexicalSupport(), (all, c) => all.And(LexicalSupport.Of(text, c, shelf.All)));
                if (support.All < 4) continue;
                if (!shares.TryGetValue(claim.Text("support"), out var list)) shares[claim.Text("support")] = list = [];
                list.Add(support.Share);
            }
        foreach (var (label, list) in shares)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{label}: n {list.Count}, median {list.Order().ElementAt(list.Count / 2):0.00}, below 0.4: {Below(list, 0.4):0.00}, 0.5: {Below(list, 0.5):0.00}, 0.6: {Below(list, 0.6):0.00}, 0.7: {Below(list, 0.7):0.00}, 0.8: {Below(list, 0.8):0.00}"));

        shares["Complete"].Average().ShouldBeGreaterThan(shares["Incomplete"].Average());
    }

    static string Named(string what, List<string> ids) => ids.Count == 0 ? "" : $"{what} {string.Join(' ', ids.Select(id => $"[{id}]"))} ";

    static double Below(List<double> shares, double limit) => (double)shares.Count(s => s < limit) / shares.Count;

    static SourceShelf Shelf(System.Text.Json.JsonElement row) =>
        new([.. row.GetProperty("attribution").EnumerateArray().Select(a => new GoldenSource(a.GetString()![1..a.GetString()!.IndexOf(']')], a.GetString()!))]);
}
