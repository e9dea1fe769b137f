namespace LayerEvals.Reporting.Page;

/// <summary>Why cases fail: failures by check and reason, with how many cases of each side have them, those that grew most first.</summary>
internal static class FailuresSection
{
    const int MostShown = 12;

    public static Markup Of(Report report, FailureGroups failures)
    {
        var groups = failures.Ordered;
        if (groups.Count == 0) return Markup.None;
        return Markup.Of($"""
            <section id="failures" aria-labelledby="failures-title">
            <h2 id="failures-title">Why cases fail</h2>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="failures-title">
            <table>
            <thead><tr><th scope="col">Check and reason</th><th scope="col">Layer</th><th scope="col" class="number">{report.Config.Baseline.Name}</th><th scope="col" class="number">{report.Config.Candidate.Name}</th></tr></thead>
            <tbody>
            {groups.Take(MostShown).Select(Row)}</tbody>
            </table>
            </div>
            {More(groups)}
            </section>

            """);
    }

    static Markup Row(FailureGroup group) => Markup.Of($"""
        <tr><th scope="row"><a href="#chip=all&amp;group={group.Number}"><b>{Printable.Short(group.Check, 80)}</b>: {group.Reason}</a></th><td>{group.Layer}</td><td class="number">{group.Baseline}</td><td class="number{(group.Candidate > group.Baseline ? " grew" : "")}">{group.Candidate}{(group.Candidate > group.Baseline ? " ▲" : "")}</td></tr>

        """);

    static Markup More(IReadOnlyList<FailureGroup> groups) => groups.Count <= MostShown ? Markup.None
        : Markup.Of($"<p class=\"rule\">The {MostShown} kinds of failure that grew most, of {groups.Count}; the filter “failure” of the cases has all.</p>");
}
