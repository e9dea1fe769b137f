using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Calling;

/// <summary>The tools that a check names, and how calls are named in its reasons.</summary>
internal static class CalledTools
{
    const int MostNamed = 8;

    /// <summary>The names under a key with their lines, for the plan to hold against the declared tools.</summary>
    public static Func<MapNode, IEnumerable<(string Name, int Line)>> Under(string key) => settings =>
        settings.Entries.Where(e => e.Key == key).SelectMany(e => (e.Value is ListNode list ? list.Items : [e.Value]).OfType<TextNode>().Where(t => !t.IsAbsent).Select(t => (t.Text, e.Line)));

    public static string Named(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(MostNamed).Select(n => $"`{Printable.Short(n, 60)}`")) + (all.Count > MostNamed ? $" and {all.Count - MostNamed} more" : "");
    }

    /// <summary>The calls as evidence.</summary>
    public static string? Shown(IReadOnlyList<ToolCall> calls) =>
        calls.Count == 0 ? null : Printable.Short(string.Join("; ", calls.Take(MostNamed).Select(c => $"{Printable.Short(c.Name, 60)} {Printable.Short(c.Arguments, 100)}")), 400);

    /// <summary>The first call of a tool that the case does not declare; null where there is none.</summary>
    public static string? Undeclared(Subject subject) => subject.Calls.FirstOrDefault(c => subject.Case.Tools.All(t => t.Name != c.Name)) is { } call
        ? $"called `{Printable.Short(call.Name, 60)}`, which the case does not declare"
        : null;
}
