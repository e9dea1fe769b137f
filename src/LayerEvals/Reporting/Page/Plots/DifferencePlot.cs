using LayerEvals.Comparing;
using LayerEvals.Diagnostics;
using static LayerEvals.Reporting.Page.Coordinates;

namespace LayerEvals.Reporting.Page;

/// <summary>The forest plot, a row at a time: each layer's difference with its interval, against the drop that is allowed. All rows share one scale.</summary>
internal sealed class DifferencePlot
{
    const int Width = 220;
    const int Height = 22;
    const int Middle = 11;

    readonly double least;
    readonly double most;

    DifferencePlot((double Least, double Most) scale) => (least, most) = scale;

    /// <summary>A scale, in whole fives of points, that holds every interval and every guard.</summary>
    public static DifferencePlot For(Comparison comparison)
    {
        var layers = comparison.Layers.Append(comparison.Overall).ToList();
        var ends = layers.Where(l => l.DifferenceInterval is not null).Select(l => l.DifferenceInterval!.Value).ToList();
        var lowest = ends.Select(i => i.Lower).Concat(layers.Select(l => -l.Rule.Guard)).Append(-0.05).Min();
        var highest = ends.Select(i => i.Upper).Append(0.05).Max();
        return new DifferencePlot((Math.Max(-1, Math.Floor(lowest * 20 - 0.2) / 20), Math.Min(1, Math.Ceiling(highest * 20 + 0.2) / 20)));
    }

    /// <summary>The scale in points, for the head of the column.</summary>
    public Markup Axis() => Markup.Of($"""
        <svg class="plot" viewBox="0 0 {Width} 16" aria-hidden="true"><text x="2" y="12">{Numerals.Points(least)}</text><text x="{Drawn(At(0))}" y="12" text-anchor="middle">0</text><text x="{Width - 2}" y="12" text-anchor="end">{Numerals.Points(most)}</text></svg>
        """);

    /// <summary>A layer's whisker. Its mark tells the verdict without colour: a dot within guard, a filled square regressed, a ring not decided.</summary>
    public Markup Row(LayerComparison layer)
    {
        if (layer.DifferenceInterval is not { } interval || layer.Difference is not { } difference) return Markup.None;
        var guard = Drawn(At(-layer.Rule.Guard));
        return Markup.Of($"""
            <svg class="plot {VerdictMark.Class(layer.Verdict)}" viewBox="0 0 {Width} {Height}" role="img" aria-label="{Said(layer, interval)}"><rect class="beyond" x="0" y="0" width="{guard}" height="{Height}"/><line class="zero" x1="{Drawn(At(0))}" y1="0" x2="{Drawn(At(0))}" y2="{Height}"/><line class="guard" x1="{guard}" y1="0" x2="{guard}" y2="{Height}"/><path class="whisker" d="M{Drawn(At(interval.Lower))} {Middle}H{Drawn(At(interval.Upper))}M{Drawn(At(interval.Lower))} {Middle - 4}v8M{Drawn(At(interval.Upper))} {Middle - 4}v8"/>{Mark(layer.Verdict, At(difference))}</svg>
            """);
    }

    static string Said(LayerComparison layer, Interval interval) =>
        $"{Numerals.Points(layer.Difference)} points, interval {Numerals.Points(interval.Lower)} to {Numerals.Points(interval.Upper)}, {LayerSentence.Allowed(layer)}";

    static Markup Mark(Verdict verdict, double x) => verdict switch
    {
        Verdict.Pass => Markup.Of($"""<circle class="mark" cx="{Drawn(x)}" cy="{Middle}" r="5"/>"""),
        Verdict.Regression => Markup.Of($"""<rect class="mark" x="{Drawn(x - 5)}" y="{Middle - 5}" width="10" height="10"/>"""),
        _ => Markup.Of($"""<circle class="mark ring" cx="{Drawn(x)}" cy="{Middle}" r="5"/>"""),
    };

    double At(double share) => Width * (Math.Clamp(share, least, most) - least) / (most - least);
}
