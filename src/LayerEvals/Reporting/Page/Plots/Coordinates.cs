using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting.Page;

/// <summary>Numbers of an SVG: two decimals, the same under every culture.</summary>
internal static class Coordinates
{
    public static string Drawn(double number) => Numerals.Plain(Math.Round(number, 2));
}
