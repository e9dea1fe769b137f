using LayerEvals.Comparing.Statistics;
using static LayerEvals.Reporting.Page.Coordinates;

namespace LayerEvals.Reporting.Page;

/// <summary>Two distributions on one logarithmic scale: the baseline's above the line, the candidate's below it, each with its median.</summary>
internal sealed record DistributionPlot(string Title, IReadOnlyList<double> Baseline, IReadOnlyList<double> Candidate, Func<double, string> Figure)
{
    const int Bins = 32;
    const int Width = 480;
    const int Half = 44;
    const int Axis = 18;

    /// <summary>The plot; nothing where a side has no values.</summary>
    public Markup Draw(string baseline, string candidate)
    {
        if (Baseline.Count == 0 || Candidate.Count == 0) return Markup.None;
        var (least, most) = (Baseline.Concat(Candidate).Min(), Baseline.Concat(Candidate).Max());
        // Zero has no logarithm: the scale starts at the smallest value above it.
        least = least > 0 ? least : Baseline.Concat(Candidate).Where(v => v > 0).DefaultIfEmpty(1).Min();
        if (most <= least) most = least * 1.01;
        var scale = new Scale(least, most);
        var tallest = Math.Max(Share(Counts(Baseline, scale).Max(), Baseline.Count), Share(Counts(Candidate, scale).Max(), Candidate.Count));
        var said = $"{Title}: median {Figure(Quantile.Of(Baseline, 0.5)!.Value)} of {baseline}, {Figure(Quantile.Of(Candidate, 0.5)!.Value)} of {candidate}";
        return Markup.Of($"""
            <figure class="distribution"><figcaption>{Title}</figcaption><svg class="plot" viewBox="0 0 {Width} {2 * Half + Axis}" role="img" aria-label="{said}">{Bars(Baseline, scale, tallest, up: true)}{Bars(Candidate, scale, tallest, up: false)}<line class="zero" x1="0" y1="{Half}" x2="{Width}" y2="{Half}"/>{Median(Baseline, scale, 4)}{Median(Candidate, scale, Half + 4)}<text x="4" y="12">{baseline}</text><text x="4" y="{2 * Half - 4}">{candidate}</text><text x="0" y="{2 * Half + 14}">{Figure(least)}</text><text x="{Width}" y="{2 * Half + 14}" text-anchor="end">{Figure(most)}</text></svg></figure>

            """);
    }

    sealed record Scale(double Least, double Most)
    {
        /// <summary>From 0 to 1.</summary>
        public double At(double value) => Math.Log(Math.Max(value, Least) / Least) / Math.Log(Most / Least);
    }

    static int[] Counts(IReadOnlyList<double> values, Scale scale)
    {
        var counts = new int[Bins];
        foreach (var value in values) counts[Math.Min(Bins - 1, (int)(scale.At(value) * Bins))]++;
        return counts;
    }

    static double Share(int count, int of) => (double)count / of;

    static IEnumerable<Markup> Bars(IReadOnlyList<double> values, Scale scale, double tallest, bool up)
    {
        var counts = Counts(values, scale);
        const double Wide = (double)Width / Bins;
        for (var i = 0; i < Bins; i++)
        {
            if (counts[i] == 0) continue;
            var height = Math.Max(1, Share(counts[i], values.Count) / tallest * (Half - 16));
            yield return Markup.Of($"""<rect class="{(up ? "before" : "after")}" x="{Drawn(i * Wide + 0.5)}" y="{Drawn(up ? Half - height : Half)}" width="{Drawn(Wide - 1)}" height="{Drawn(height)}"/>""");
        }
    }

    static Markup Median(IReadOnlyList<double> values, Scale scale, int top)
    {
        var x = Drawn(scale.At(Quantile.Of(values, 0.5)!.Value) * Width);
        return Markup.Of($"""<line class="median" x1="{x}" y1="{top}" x2="{x}" y2="{top + Half - 8}"/>""");
    }
}
