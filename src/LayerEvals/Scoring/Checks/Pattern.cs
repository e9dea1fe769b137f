using System.Text.RegularExpressions;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Checks;

/// <summary>Compiles a pattern from a golden set so that no answer can make it run without bound.</summary>
internal static class Pattern
{
    /// <summary>How long one pattern may look at one answer where it needs backtracking (lookarounds, back references).</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromMilliseconds(250);

    // Linear patterns end by themselves. A short limit on them would only measure how busy the machine is, and two runs would differ.
    static readonly TimeSpan LinearLimit = TimeSpan.FromSeconds(10);

    /// <summary>Why a pattern has nothing to say of an answer.</summary>
    public static string Says(RegexMatchTimeoutException e) =>
        $"the pattern `{Printable.Short(e.Pattern)}` took more than {Numerals.Plain(e.MatchTimeout.TotalMilliseconds)} ms on this answer";

    /// <summary>The pattern; null after a problem was reported.</summary>
    public static Regex? Compile(MapReader settings, string text, bool ignoreCase)
    {
        var options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            return new Regex(text, options | RegexOptions.NonBacktracking, LinearLimit);
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
