using System.Text.Json;
using LayerEvals.Comparing;

namespace LayerEvals.Reporting.Page;

/// <summary>What the page's list and filters need of every case, column by column. Cases come in the order in which they were asked, and are listed in that of the plan.</summary>
internal sealed class CaseColumns(IReadOnlyList<GoldenCase> planned)
{
    const int LongestQuestion = 120;

    // Flags of a case.
    const int Reworded = 1, Must = 2;

    // Added to a state whose samples disagree on a side.
    const int Flaky = 8;

    readonly Dictionary<string, int> places = planned.Select((golden, place) => (golden.Key, place)).ToDictionary(p => p.Key, p => p.place, StringComparer.Ordinal);
    readonly List<int> added = [];
    readonly List<string> ids = [];
    readonly List<string> questions = [];
    readonly List<(int Set, int Pattern, int Flags)> cases = [];
    readonly List<int[]> tags = [];
    readonly List<int[]> groups = [];
    readonly List<int[]> texts = [];
    readonly NameList<string> sets = new();
    readonly NameList<string> tagNames = new();
    readonly NameList<string> layers = new();
    readonly NameList<(string Check, string Layer)> checks = new();
    readonly NameList<string> patterns = new();

    /// <param name="page">The case.</param>
    /// <param name="failures">The numbers of its failure groups.</param>
    /// <param name="found">The numbers of its texts: what is asked, then its answers.</param>
    public void Add(PageCase page, int[] failures, int[] found)
    {
        var golden = page.Golden;
        added.Add(places[golden.Key]);
        ids.Add(golden.Id);
        questions.Add(Start(page.Question));
        tags.Add([.. golden.Tags.Select(t => tagNames[t])]);
        groups.Add(failures);
        texts.Add(found);
        cases.Add((sets[golden.Set], patterns[Pattern(page)], (page.IsReworded ? Reworded : 0) | (golden.Must ? Must : 0)));
    }

    /// <summary>The number of a check, as the page names it.</summary>
    public int CheckOf(string check, string layer) => checks[(check, layer)];

    public void Write(Utf8JsonWriter json)
    {
        ReportJson.Texts(json, "sets", sets.Items);
        ReportJson.Texts(json, "tags", tagNames.Items);
        ReportJson.Texts(json, "layers", layers.Items);
        json.WriteStartArray("checks");
        foreach (var (check, layer) in checks.Items)
        {
            json.WriteStartObject();
            json.WriteString("id", check);
            json.WriteString("layer", layer);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("patterns");
        foreach (var pattern in patterns.Items) json.WriteRawValue(pattern);
        json.WriteEndArray();
        int[] order = [.. Enumerable.Range(0, added.Count).OrderBy(i => added[i])];
        ReportJson.Texts(json, "id", order.Select(i => ids[i]));
        ReportJson.Texts(json, "question", order.Select(i => questions[i]));
        PageJson.Numbers(json, "set", order.Select(i => cases[i].Set));
        PageJson.Numbers(json, "pattern", order.Select(i => cases[i].Pattern));
        PageJson.Numbers(json, "flags", order.Select(i => cases[i].Flags));
        Lists(json, "tag", order.Select(i => tags[i]));
        Lists(json, "group", order.Select(i => groups[i]));
        Lists(json, "text", order.Select(i => texts[i]));
        // Which of the details is the case's.
        PageJson.Numbers(json, "detail", order);
    }

    // Cases that came out alike share one: [overall, [layer, state, …], [check, state, …]].
    string Pattern(PageCase page)
    {
        var overall = StateOf(page.Result.Baseline, page.Result.Candidate);
        var ofLayers = page.Result.Layers.SelectMany(l => new[] { layers[l.Layer], StateOf(l.Baseline, l.Candidate) });
        var ofChecks = page.Checks.SelectMany(c => new[] { CheckOf(c.Check, c.Layer), (int)c.State });
        return $"[{overall},[{string.Join(',', ofLayers)}],[{string.Join(',', ofChecks)}]]";
    }

    static int StateOf(Cell before, Cell now) =>
        (int)PairStates.Of(before, now) + (FlakyCase.Is(before) || FlakyCase.Is(now) ? Flaky : 0);

    static string Start(string question)
    {
        var line = question.AsSpan().Trim();
        if (line.Length <= LongestQuestion) return line.ToString();
        var end = char.IsHighSurrogate(line[LongestQuestion - 1]) ? LongestQuestion - 1 : LongestQuestion;
        return $"{line[..end]}…";
    }

    static void Lists(Utf8JsonWriter json, string name, IEnumerable<int[]> lists)
    {
        json.WriteStartArray(name);
        foreach (var list in lists)
        {
            json.WriteStartArray();
            foreach (var number in list) json.WriteNumberValue(number);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
