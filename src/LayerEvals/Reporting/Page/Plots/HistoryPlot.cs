using LayerEvals.Comparing;
using LayerEvals.Diagnostics;
using static LayerEvals.Reporting.Page.Coordinates;

namespace LayerEvals.Reporting.Page;

/// <summary>
/// A layer's pass rates over runs, the oldest first and this run's two sides last, each with its interval. A dot asked this run's cases, a ring others too; a dashed line
/// stands where the model changes.
/// </summary>
internal sealed class HistoryPlot
{
    const int Width = 320;
    const int Top = 8;
    const int Bottom = 104;
    const int Tall = 124;
    const int Left = 40;

    readonly IReadOnlyList<Point> points;
    readonly double least;

    sealed record Point(string Mark, string Model, double Rate, Interval Interval, string Kind);

    HistoryPlot(IReadOnlyList<Point> points)
    {
        this.points = points;
        // In whole tens of percent: the least interval and some air.
        least = points.Count == 0 ? 0 : Math.Max(0, Math.Floor(points.Min(p => p.Interval.Lower) * 10 - 0.2) / 10);
    }

    /// <summary>The plot of the layer at a place among the report's layers and overall.</summary>
    public static Markup Of(Report report, int index, string title)
    {
        var found = new List<Point>();
        var number = 0;
        foreach (var past in report.Result.History)
        {
            number++;
            if (past.Layers[index] is { Baseline: { } interval } layer) found.Add(new Point($"{number}", past.Run.Model, layer.Tally.BaselineRate, interval, past.IsSame ? "past" : "past differs"));
        }
        var now = index < report.Comparison.Layers.Count ? report.Comparison.Layers[index] : report.Comparison.Overall;
        if (now.Baseline is { } before) found.Add(new Point("B", report.Config.Baseline.Model, now.Tally.BaselineRate, before, "now"));
        if (now.Candidate is { } tried) found.Add(new Point("C", report.Config.Candidate.Model, now.Tally.CandidateRate, tried, "now tried"));
        return found.Count == 0 ? Markup.None : new HistoryPlot(found).Draw(title);
    }

    Markup Draw(string title) => Markup.Of($"""
        <figure class="over-time"><figcaption>{title}</figcaption><svg class="plot" viewBox="0 0 {Width} {Tall}" role="img" aria-label="{title}: {string.Join("; ", points.Select(Said))}"><line class="zero" x1="{Left}" y1="{Top}" x2="{Width}" y2="{Top}"/><line class="zero" x1="{Left}" y1="{Bottom}" x2="{Width}" y2="{Bottom}"/><text x="0" y="{Top + 4}">100 %</text><text x="0" y="{Bottom + 4}">{Numerals.Plain(Math.Round(least * 100))} %</text>{points.Select(Mark)}</svg></figure>

        """);

    Markup Mark(Point point, int place)
    {
        var (x, y) = (At(place), Height(point.Rate));
        var turn = place > 0 && points[place - 1].Model != point.Model ? Markup.Of($"""<line class="guard" x1="{Drawn((At(place - 1) + x) / 2)}" y1="{Top}" x2="{Drawn((At(place - 1) + x) / 2)}" y2="{Bottom}"/>""") : Markup.None;
        var sign = point.Kind == "now tried" ? Markup.Of($"""<rect class="mark" x="{Drawn(x - 4.5)}" y="{Drawn(y - 4.5)}" width="9" height="9"/>""")
            : Markup.Of($"""<circle class="mark{(point.Kind == "past differs" ? " ring" : "")}" cx="{Drawn(x)}" cy="{Drawn(y)}" r="4"/>""");
        return Markup.Of($"""{turn}<g class="{point.Kind}"><title>{Said(point)}</title><path class="whisker" d="M{Drawn(x)} {Drawn(Height(point.Interval.Lower))}V{Drawn(Height(point.Interval.Upper))}"/>{sign}<text x="{Drawn(x)}" y="{Bottom + 16}" text-anchor="middle">{point.Mark}</text></g>""");
    }

    static string Said(Point point) => $"{point.Mark} {point.Model} {Numerals.Percent(point.Rate)}, interval {Numerals.Fixed(point.Interval.Lower * 100, 1)} to {Numerals.Fixed(point.Interval.Upper * 100, 1)}";

    double At(int place) => Left + (Width - Left) * (place + 0.5) / points.Count;

    double Height(double rate) => Bottom - (Bottom - Top) * (rate - least) / (1 - least);
}
