using System.Text.RegularExpressions;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Checks;

/// <summary>Compiles a pattern from a golden set so that no answer can make it run without bound.</summary>
internal static class Pattern
{
    /// <summary>How long one pattern may look at one answer where it needs backtracking (lookarounds, back references).</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The pattern; null after a problem was reported.</summary>
    public static Regex? Compile(MapReader settings, string text, bool ignoreCase)
    {
        var options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            return new Regex(text, options | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException)
        {
            return new Regex(text, options, Limit);
        }
        catch (RegexParseException e)
        {
            settings.File.Error(ProblemIds.BadPattern, settings.Line, $"expected a .NET regular expression, found `{Printable.Short(text, 80)}`: {e.Error} at character {e.Offset}",
                "correct the pattern; a text that is meant as it stands goes into `contains`");
            return null;
        }
    }
}
