using LayerEvals.Comparing;

namespace LayerEvals.Reporting.Page;

/// <summary>How a verdict looks. Colour never stands alone: each has a sign of its own and a word.</summary>
internal static class VerdictMark
{
    public static string Class(Verdict verdict) => verdict switch { Verdict.Pass => "pass", Verdict.Regression => "regression", _ => "open" };

    /// <summary>A check in a circle, a cross in an octagon, a question mark in a dashed ring.</summary>
    public static Markup Icon(Verdict verdict) => verdict switch
    {
        Verdict.Pass => Markup.Of($"""<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11"/><path d="M7 12.5l3.5 3.5L17 8.5"/></svg>"""),
        Verdict.Regression => Markup.Of($"""<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path class="shape" d="M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.500v-9z"/><path d="M8 8l8 8M16 8l-8 8"/></svg>"""),
        _ => Markup.Of($"""<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10.5"/><path d="M9 9.5a3 3 0 1 1 4.2 2.7c-.8.4-1.200.9-1.200 1.800M12 16.800v.4"/></svg>"""),
    };

    /// <summary>The sign and the word of a layer.</summary>
    public static Markup Badge(Verdict verdict, string word) => Markup.Of($"""<span class="badge {Class(verdict)}">{Icon(verdict)}{word}</span>""");
}
