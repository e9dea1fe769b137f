using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Checks;

/// <summary>The texts that a text check asks for: any of a list, all of a list, or both.</summary>
internal sealed record Wanted(IReadOnlyList<string> Any, IReadOnlyList<string> All, bool IgnoreCase)
{
    public StringComparison Comparison => IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public IEnumerable<string> Both => Any.Concat(All);

    public static Wanted? Read(MapReader settings)
    {
        var wanted = new Wanted([.. settings.Texts("any").Select(Folded)], [.. settings.Texts("all").Select(Folded)], settings.Flag("ignore-case") ?? true);
        if (wanted.Any.Count + wanted.All.Count == 0)
        {
            if (settings.Node("any") is not (null or ListNode { Items: [] }) || settings.Node("all") is not (null or ListNode { Items: [] })) return null;
            settings.Missing(["any", "all"], ProblemIds.MissingKey, "expected a text to look for, found none", "write a text, a list of texts, {any: […]} or {all: […]}");
            return null;
        }
        if (wanted.Both.All(text => text.Length > 0)) return wanted;
        settings.File.Error(ProblemIds.BadValue, settings.Line, "expected texts to look for, found an empty one", "remove it: every answer holds the empty text");
        return null;
    }

    /// <summary>The text with every run of white space as one blank, trimmed: answers wrap lines where they like.</summary>
    public static string Folded(string text)
    {
        var folded = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>Passes when <paramref name="holds"/> is true of every text under all, and of one under any.</summary>
    public Finding Judge(Subject subject, string verb, Func<string, bool> holds)
    {
        foreach (var text in All)
            if (!holds(text)) return Finding.Fail($"expected to {verb} `{Printable.Short(text)}`, found none", Scorer.Quote(subject.Text));
        if (Any.Count == 0 || Any.Any(holds)) return Finding.Pass;
        return Finding.Fail(
            Any.Count == 1
                ? $"expected to {verb} `{Printable.Short(Any[0])}`, found none"
                : $"expected to {verb} one of {string.Join(", ", Any.Take(8).Select(t => $"`{Printable.Short(t, 60)}`"))}, found none",
            Scorer.Quote(subject.Text));
    }
}
