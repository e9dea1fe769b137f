using System.Globalization;

namespace LayerEvals.Diagnostics;

/// <summary>Numbers as text, the same under every culture.</summary>
internal static class Numerals
{
    /// <summary>The shortest text that is the number: <c>5</c>, <c>0.5</c>.</summary>
    public static string Plain(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>A share as percent with one decimal: 0.8634 is <c>86.3 %</c>; <c>-</c> where nothing was scored.</summary>
    public static string Percent(double? share) => share is { } s && !double.IsNaN(s) ? Fixed(s * 100, 1) + " %" : "-";

    /// <summary>A difference of shares in points with its sign: -0.05 is <c>-5.0</c>.</summary>
    public static string Points(double? difference) => difference is { } d && !double.IsNaN(d) ? Signed(d * 100) : "-";

    /// <summary>A p value: three decimals, or <c>&lt; .001</c>.</summary>
    public static string P(double? p) => p switch
    {
        null => "-",
        < 0.001 => "< .001",
        { } value => Fixed(value, 3).TrimStart('0'),
    };

    public static string Fixed(double number, int decimals)
    {
        var text = number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.Trim('-', '0', '.').Length == 0 ? text.TrimStart('-') : text;
    }

    /// <summary>A count and its noun: <c>1 case</c>, <c>2 cases</c>.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count.ToString(CultureInfo.InvariantCulture)} {noun}s";

    /// <summary>An amount: <c>12.40 USD</c>, and with four decimals below a cent.</summary>
    public static string Usd(double usd) => Fixed(usd, usd is > 0 and < 0.01 ? 4 : 2) + " USD";

    static string Signed(double points)
    {
        var text = Fixed(points, 1);
        return text is "0.0" || text.StartsWith('-') ? text : "+" + text;
    }
}
