using System.Text.RegularExpressions;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;

namespace LayerEvals.Planning;

/// <summary>A tool has a name that the asked vendors take: every call of the case would be refused otherwise.</summary>
internal static partial class ToolNames
{
    static readonly string[] Vendors = ["openai", "azure-openai", "anthropic"];

    public static void Run(EvalConfig config, IReadOnlyList<GoldenSet> sets)
    {
        if (config.Sides.FirstOrDefault(s => Vendors.Contains(s.Provider)) is not { } side) return;
        // One problem for a name of a set, at the first case that has it.
        foreach (var (golden, tool) in sets.SelectMany(s => s.Cases).SelectMany(c => c.Tools.Select(t => (Case: c, Tool: t))).Where(c => !Name().IsMatch(c.Tool.Name)).DistinctBy(c => (c.Case.SetFile, c.Tool.Name)))
            config.File.Problems.Add(new Problem(ProblemIds.BadTool, golden.File, golden.Line,
                $"expected a name of letters, digits, _ and -, at most 64 of them, for a tool of `{golden.Id}`, because `{side.Name}` is asked (provider: {side.Provider}), found `{Printable.Short(tool.Name, 80)}`", "give the tool such a name"));
    }

    // OpenAI, API reference, chat completions, tools: "Must be a-z, A-Z, 0-9, or contain underscores and dashes, with a maximum length of 64"; Anthropic's pages on tool use say the same.
    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Name();
}
