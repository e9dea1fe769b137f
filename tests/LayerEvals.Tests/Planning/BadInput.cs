using System.Text;

namespace LayerEvals.Tests.Planning;

/// <summary>
/// One message for each way in which a plan can be wrong. An approved message says what was expected, what was found, where, and what to do; a new kind of
/// bad input is one more line of the tests.
/// </summary>
internal static class BadInput
{
    /// <summary>The start of a configuration; its second model follows.</summary>
    public const string Sides = "baseline: old\ncandidate: new\nmodels:\n  old: {provider: recorded, answers: old.jsonl}\n";

    public static void Say(StringBuilder said, string kind, params ReadOnlySpan<(string Name, string Text)> files)
    {
        using var plan = new SmallPlan(files);
        Heading(said, kind).AppendLine(plan.Messages());
    }

    public static void Say(StringBuilder said, string kind, Action<SmallPlan> spoil)
    {
        using var plan = new SmallPlan();
        spoil(plan);
        Heading(said, kind).AppendLine(plan.Messages());
    }

    public static StringBuilder Heading(StringBuilder said, string kind) => said.Append(said.Length == 0 ? "" : "\n").AppendLine($"# {kind}");
}
