using LayerEvals.Comparing;
using LayerEvals.Diagnostics;
using static LayerEvals.Reporting.Page.Coordinates;

namespace LayerEvals.Reporting.Page;

/// <summary>A pass rate as a bar with its interval, and in figures.</summary>
internal static class RateBar
{
    public static Markup Of(double rate, Interval? interval) => interval is not { } i ? Markup.Of($"-") : Markup.Of($"""
        <span class="rate">{Numerals.Percent(rate)} <span class="interval">{Numerals.Fixed(i.Lower * 100, 1)} to {Numerals.Fixed(i.Upper * 100, 1)}</span></span><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"/><rect class="share" width="{Drawn(rate * 100)}" height="10"/><rect class="span" x="{Drawn(i.Lower * 100)}" y="4" width="{Drawn((i.Upper - i.Lower) * 100)}" height="2"/></svg>
        """);
}
