using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring;

namespace LayerEvals.GoldenSets;

/// <summary>Whether the checks and the scripted results of a case fit the tools that it declares, and its turns the checks that compare them.</summary>
internal sealed class ToolChecks
{
    // A check of the set is wrong once, and not once for each case.
    readonly HashSet<(string File, int Line, string What)> said = [];

    /// <param name="file">The file of the case.</param>
    /// <param name="golden">The case.</param>
    /// <param name="knowsTools">False where its tools could not be read: what they are called is not known then.</param>
    public void Run(SourceFile file, GoldenCase golden, bool knowsTools)
    {
        foreach (var check in golden.Checks.Items)
        {
            if (knowsTools && check.Type.ToolsOf is { } toolsOf) Named(golden, check, toolsOf(check.Settings));
            if (check.Type.ComparesTurns && (golden.AskedTurns < 2 || check.Turn == 1))
                Say(check, ProblemIds.OneTurn, golden.AskedTurns < 2 ? "one" : "turn: 1", $"expected two turns that are asked for in `{golden.Id}`, because `{check.Id}` compares what is said before and after, found {(golden.AskedTurns < 2 ? "one" : "turn: 1")}",
                    "write `messages:` with two empty `assistant:` turns, or take the check out of this case");
        }
        for (var i = 0; i < golden.Messages.Count; i++)
            if (golden.Messages[i] is { Role: ToolScript.Role, Text: { } text }) Scripted(file, golden, i, knowsTools ? text : "{}");
    }

    void Named(GoldenCase golden, PlannedCheck check, IEnumerable<(string Name, int Line)> names)
    {
        if (golden.Tools.Count == 0)
        {
            Say(check, ProblemIds.UnknownTool, "", $"expected tools in `{golden.Id}`, which has the check `{check.Id}`, found none: nothing could be called", "write `tools:` on the set or the case, or take the check out");
            return;
        }
        foreach (var (name, line) in names.Where(n => golden.Tools.All(t => t.Name != n.Name)))
            Say(check, ProblemIds.UnknownTool, name, $"expected a tool of `{golden.Id}` in `{check.Id}`, found `{Printable.Short(name, 60)}`", Nearest.Choice(name, [.. golden.Tools.Select(t => t.Name)]), line);
    }

    void Say(PlannedCheck check, string id, string about, string what, string advice, int line = 0)
    {
        if (check.File is not { } file || !said.Add((file.Path, line == 0 ? check.Settings.Line : line, id + about))) return;
        file.Error(id, line == 0 ? check.Settings.Line : line, what, advice);
    }

    static void Scripted(SourceFile file, GoldenCase golden, int at, string text)
    {
        if (at == 0 || golden.Messages[at - 1] is not { Role: "assistant", Text: null })
            file.Error(ProblemIds.ToolTurn, golden.Line, $"expected an empty `assistant:` turn before `tool:` in `{golden.Id}` (turn {at + 1}), found {(at == 0 ? "none" : $"`{golden.Messages[at - 1].Role}` with a text")}", "write `- assistant:` before it: a result answers a call that the model is asked for");
        if (at + 1 < golden.Messages.Count && golden.Messages[at + 1] is not { Role: "assistant", Text: null })
            file.Error(ProblemIds.ToolTurn, golden.Line, $"expected an empty `assistant:` turn after `tool:` in `{golden.Id}` (turn {at + 1}), found `{golden.Messages[at + 1].Role}`", "write `- assistant:` after it: the model speaks when it has its result; several results of one turn stand in one `tool:`");
        foreach (var name in ToolScript.Of(text).Results.Keys.Where(name => golden.Tools.All(t => t.Name != name)))
            file.Error(ProblemIds.UnknownTool, golden.Line, $"expected a tool of `{golden.Id}` under `tool:` (turn {at + 1}), found `{Printable.Short(name, 60)}`", golden.Tools.Count == 0 ? "write `tools:` on the set or the case" : Nearest.Choice(name, [.. golden.Tools.Select(t => t.Name)]));
    }
}
