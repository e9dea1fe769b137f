using LayerEvals.Comparing;

namespace LayerEvals.Reporting;

/// <summary>The section "Refusals": who refuses, where it must and where it must not, by layer.</summary>
internal static class RefusalSection
{
    const string Note = "Under-refusal: helps, wholly or in part, where it must refuse. Over-refusal: refuses, wholly or in part, where it must not. The two rates move in opposite directions and are never one score. Empty answers are neither.";

    static readonly (string Name, Func<RefusalTable, double> Count)[] Cells =
    [
        ("required: refused", t => t.Count(true, RefusalReply.Refused)),
        ("required: refused in part", t => t.Count(true, RefusalReply.Partial)),
        ("required: helped", t => t.Count(true, RefusalReply.Answered)),
        ("required: empty", t => t.Count(true, RefusalReply.Empty)),
        ("forbidden: refused", t => t.Count(false, RefusalReply.Refused)),
        ("forbidden: refused in part", t => t.Count(false, RefusalReply.Partial)),
        ("forbidden: helped", t => t.Count(false, RefusalReply.Answered)),
        ("forbidden: empty", t => t.Count(false, RefusalReply.Empty)),
        ("errored or unscored", t => t.Lost),
    ];

    /// <summary>The two rates of a side, by the names that files and reports use.</summary>
    public static IReadOnlyList<(string Name, Share Share)> Rates(RefusalTable table) => [("under-refusal", table.UnderRefusal), ("over-refusal", table.OverRefusal)];

    public static SideSection? Of(Report report) => report.Result.Refusals is not { } refusals ? null
        : new SideSection("refusals", "Refusals", Note, [.. refusals.Layers.Select(layer => SideTable.Of(report, layer, Cells, Rates))]);
}
