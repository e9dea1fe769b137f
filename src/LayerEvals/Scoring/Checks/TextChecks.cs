using System.Text.RegularExpressions;

namespace LayerEvals.Scoring.Checks;

/// <summary>The checks that look for texts. White space is folded, and case ignored unless <c>ignore-case: false</c>.</summary>
internal static class TextChecks
{
    public static CheckType Contains { get; } = new("contains", null, settings => Wanted.Read(settings) is { } wanted
        ? subject => Within(subject, text => wanted.Judge(subject, "contain", t => text.Contains(t, wanted.Comparison)))
        : null)
    { Short = CheckType.Under("all"), IsSilentOnAbstention = true };

    public static CheckType Excludes { get; } = new("excludes", null, settings => Wanted.Read(settings) is { } wanted
        ? subject => Within(subject, text => Absent(wanted, text))
        : null)
    { Short = CheckType.Under("any") };

    public static CheckType EqualTo { get; } = new("equals", null, settings => Wanted.Read(settings) is { } wanted
        ? subject => Within(subject, text => wanted.Judge(subject, "be", t => text.Equals(t, wanted.Comparison)))
        : null)
    { Short = CheckType.Under("any") };

    public static CheckType StartsWith { get; } = new("starts-with", null, settings => Wanted.Read(settings) is { } wanted
        ? subject => Within(subject, text => wanted.Judge(subject, "start with", t => text.StartsWith(t, wanted.Comparison)))
        : null)
    { Short = CheckType.Under("any") };

    public static CheckType EndsWith { get; } = new("ends-with", null, settings => Wanted.Read(settings) is { } wanted
        ? subject => Within(subject, text => wanted.Judge(subject, "end with", t => text.EndsWith(t, wanted.Comparison)))
        : null)
    { Short = CheckType.Under("any") };

    /// <summary>Regular expressions, matched in linear time where .NET can and time-limited where it cannot.</summary>
    public static CheckType Matches { get; } = new("matches", null, settings =>
    {
        if (Wanted.Read(settings) is not { } wanted) return null;
        var patterns = new Dictionary<string, Regex>(StringComparer.Ordinal);
        foreach (var text in wanted.Both)
        {
            if (Pattern.Compile(settings, text, wanted.IgnoreCase) is not { } pattern) return null;
            patterns[text] = pattern;
        }
        return subject =>
        {
            try
            {
                return wanted.Judge(subject, "match", pattern => patterns[pattern].IsMatch(subject.Text));
            }
            catch (RegexMatchTimeoutException e)
            {
                return Finding.Unscored(Pattern.Says(e));
            }
        };
    })
    { Short = CheckType.Under("any") };

    static Finding Within(Subject subject, Func<string, Finding> judge) => judge(Wanted.Folded(subject.Text));

    static Finding Absent(Wanted wanted, string text)
    {
        var found = wanted.Any.FirstOrDefault(t => text.Contains(t, wanted.Comparison));
        if (found is null && wanted.All.Count > 0 && wanted.All.All(t => text.Contains(t, wanted.Comparison))) found = wanted.All[0];
        if (found is null) return Finding.Pass;
        var at = text.IndexOf(found, wanted.Comparison);
        return Finding.Fail($"expected no `{Printable.Short(found)}`, found it", Around(text, at, found.Length));
    }

    static string Around(string text, int at, int length)
    {
        var from = Math.Max(0, at - 60);
        var to = Math.Min(text.Length, at + length + 60);
        return Printable.Line((from > 0 ? "…" : "") + text[from..to] + (to < text.Length ? "…" : ""));
    }
}
