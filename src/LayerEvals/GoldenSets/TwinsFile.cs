using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LayerEvals.Scoring.Checks;

namespace LayerEvals.GoldenSets;

/// <summary>Writes twins as a YAML list of cases, which the set names under <c>cases:</c>. Every text stands in JSON's quotes, which YAML reads the same.</summary>
internal static class TwinsFile
{
    static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Twins twins, GoldenSet set)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Twins of {set.Id}: its cases without the sources that answer them, made by `layerevals twins`. Read each before committing it:\n# what is left must not hold the answer. Name this file under `cases:` of the set.\n");
        foreach (var twin in twins.Made) Write(text, twin, set);
        return text.ToString();
    }

    static void Write(StringBuilder text, Twin twin, GoldenSet set)
    {
        var golden = twin.Of;
        text.Append(CultureInfo.InvariantCulture, $"\n# without {List(twin.Withheld)}\n");
        if (twin.Doubts.Count > 0) text.Append(CultureInfo.InvariantCulture, $"# look at {List(twin.Doubts)}: it holds {Text(golden.Expect!)} too\n"); // doubts come from it
        text.Append(CultureInfo.InvariantCulture, $"- id: {twin.Id}\n  twin-of: {golden.Id}\n");
        if (golden.Holes.Count == 1 && golden.Holes.TryGetValue("input", out var input)) text.Append(CultureInfo.InvariantCulture, $"  input: {Text(input)}\n");
        else if (golden.Holes.Count > 0) Map(text, golden.Holes);
        if (golden.Messages.Count > 0) text.Append("  messages:\n");
        foreach (var turn in golden.Messages) text.Append(CultureInfo.InvariantCulture, $"    - {turn.Role}:{(turn.Text is not { } said ? "" : turn.Role == ToolScript.Role ? " " + said : " " + Text(said))}\n");
        if (!ReferenceEquals(golden.Tools, set.Tools)) text.Append("  tools: [").AppendJoin(", ", golden.Tools.Select(Tool)).Append("]\n");
        text.Append("  sources:\n");
        foreach (var source in twin.Sources)
            text.Append(set.DocumentSources.Contains(source.Id) ? $"    - {Text(source.Id)}\n" : $"    - {{id: {Text(source.Id)}, text: {Text(source.Text)}}}\n");
        text.Append("  answerable: false\n");
        text.Append(CultureInfo.InvariantCulture, $"  checks: [{Check(golden)}]\n  tags: [{List([.. golden.Tags.Append("without-source").Distinct(StringComparer.Ordinal)])}]\n  cluster: {Text(golden.Cluster ?? golden.Id)}\n");
        if (golden.Split is { } split) text.Append(CultureInfo.InvariantCulture, $"  split: {split}\n");
    }

    static void Map(StringBuilder text, IReadOnlyDictionary<string, string> holes)
    {
        text.Append("  input:\n");
        foreach (var (hole, value) in holes.OrderBy(h => h.Key, StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"    {Text(hole)}: {Text(value)}\n");
    }

    // The case's own not-found check: what its other checks ask for is not in the sources any more.
    static string Check(GoldenCase golden)
    {
        var check = golden.Checks.Items.FirstOrDefault(c => c.Type == NotFoundCheck.Type);
        return check is null || check.Settings.Entries.Count == 0 ? "not-found" : $"{{not-found: {check.Settings.Canonical()}}}";
    }

    // A schema is JSON, and JSON is YAML.
    static string Tool(GoldenTool tool) => $"{{name: {Text(tool.Name)}{(tool.Description is { } said ? $", description: {Text(said)}" : "")}, parameters: {tool.Parameters}}}";

    static string List(IReadOnlyList<string> ids) => string.Join(", ", ids.Select(Text));

    static string Text(string text) => JsonSerializer.Serialize(text, Quoted);
}
