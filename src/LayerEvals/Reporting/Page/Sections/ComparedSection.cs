using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;

namespace LayerEvals.Reporting.Page;

/// <summary>What was compared: the layer map of the configuration, and the golden sets with owner and origin.</summary>
internal static class ComparedSection
{
    public static Markup Of(Report report, PageRecords records, PageOrigin origin) => Markup.Of($"""
        <section id="compared" aria-labelledby="compared-title">
        <h2 id="compared-title">What was compared</h2>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="compared-title">
        <table class="map">
        <thead><tr><th scope="col"><span class="hidden">Setting</span></th><th scope="col">Baseline</th><th scope="col">Candidate</th></tr></thead>
        <tbody>
        {LayerMap.Rows.Select(row => Row(row.Name, row.Of(report.Config.Baseline), row.Of(report.Config.Candidate)))}{Row("answered as", Returned(records.Sides[0]), Returned(records.Sides[1]))}{origin.Prompts.Select(p => Row($"prompt {p.Name}", p.Hashes[0], p.Hashes[1]))}{Both(report, origin).Select(row => Markup.Of($"<tr><th scope=\"row\">{row.Name}</th><td colspan=\"2\">{row.Text}</td></tr>\n"))}</tbody>
        </table>
        </div>
        <h3 id="sets-title">Golden sets</h3>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="sets-title">
        <table>
        <thead><tr><th scope="col">Golden set</th><th scope="col" class="number">Cases</th><th scope="col">Owner</th><th scope="col">Origin</th></tr></thead>
        <tbody>
        {report.Plan.Sets.Select(Set)}</tbody>
        </table>
        </div>
        </section>

        """);

    // What holds for both sides: knowledge, samples, gate, dates.
    static IEnumerable<(string Name, string Text)> Both(Report report, PageOrigin origin)
    {
        foreach (var (name, text) in report.Config.Knowledge.OrderBy(k => k.Key, StringComparer.Ordinal)) yield return ($"knowledge: {name}", text);
        yield return ("samples", $"{report.Comparison.Samples} a case, seed {Numerals.Plain(report.Config.Seed)}");
        yield return ("gate", GateText.RuleOf(report.Comparison));
        if (origin.Started.Length > 0) yield return ("run", $"{report.Run}, started {origin.Started}");
    }

    static Markup Row(string name, string? baseline, string? candidate) => baseline is null && candidate is null ? Markup.None
        : Markup.Of($"<tr{Differs(baseline != candidate)}><th scope=\"row\">{name}</th><td>{baseline ?? "-"}</td><td>{candidate ?? "-"}</td></tr>\n");

    static Markup Differs(bool differs) => differs ? Markup.Of($" class=\"differs\"") : Markup.None;

    static string? Returned(SideNumbers side) => side.Models.Count == 0 ? null : string.Join(", ", side.Models.Select(m => $"{m.Key} ({Numerals.Count(m.Value, "answer")})"));

    static Markup Set(GoldenSet set) =>
        Markup.Of($"<tr><th scope=\"row\"><a href=\"#chip=all&amp;set={Uri.EscapeDataString(set.Id)}\">{set.Title}</a></th><td class=\"number\">{set.Cases.Count}</td><td>{set.Owner ?? "-"}</td><td>{set.Origin ?? "-"}</td></tr>\n");
}
