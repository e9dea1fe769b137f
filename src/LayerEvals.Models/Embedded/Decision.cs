using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Applies rules of the form "use refer when the amount is above 5,000" to a record.</summary>
/// <remarks>
/// Read are: <c>label if condition</c>, <c>if condition, label</c>, <c>label: condition</c>, <c>never label if condition</c>,
/// and <c>otherwise label</c>. The first rule that holds decides; labels whose rule cannot be read are not ruled in or out.
/// </remarks>
internal sealed partial class Decision
{
    private readonly List<string> holding = [];
    private readonly HashSet<string> ruledOut = [];
    private readonly HashSet<string> denied = [];
    private string? fallback;

    private Decision()
    {
    }

    /// <summary>Every label with a rule that holds, in the order of the labels.</summary>
    public IReadOnlyList<string> Holding { get; private set; } = [];

    /// <summary>The label that the rules lead to, or null when they do not say.</summary>
    public string? First => holding.Find(label => !denied.Contains(label)) ?? fallback;

    /// <summary>Whether any rule about the labels could be read.</summary>
    public bool HasRules => holding.Count + ruledOut.Count + denied.Count > 0;

    public bool RulesOut(string label) => denied.Contains(label) || (ruledOut.Contains(label) && !holding.Contains(label));

    public static Decision On(IReadOnlyList<string> labels, IEnumerable<string> statements, IReadOnlyList<RecordField> record, Vocabulary vocabulary)
    {
        var decision = new Decision();
        if (record.Count == 0) return decision;

        foreach (var statement in statements)
            foreach (var clause in statement.Split("; "))
                decision.Apply(clause, Mentions.Of(labels, clause, vocabulary), record, vocabulary);
        decision.Holding = [.. labels.Where(label => decision.holding.Contains(label) && !decision.denied.Contains(label))];
        return decision;
    }

    private void Apply(string clause, IReadOnlyList<Mention> mentions, IReadOnlyList<RecordField> record, Vocabulary vocabulary)
    {
        for (var number = 0; number < mentions.Count; number++)
        {
            var mention = mentions[number];
            var head = clause[(number == 0 ? 0 : mentions[number - 1].End)..mention.Start];
            var tail = clause[mention.End..(number + 1 < mentions.Count ? mentions[number + 1].Start : clause.Length)];
            if (IsDefault().IsMatch(head) || DefaultAfter().IsMatch(tail))
            {
                fallback ??= mention.Label;
                continue;
            }
            var (condition, isTurned) = ConditionOf(head, tail, number == 0);
            if (condition is null || Condition.Holds(condition, record, vocabulary) is not { } holds) continue;

            if (isTurned) holds = !holds;
            if (Never().IsMatch(head)) AddWhen(holds, mention.Label, denied);
            else if (!holds) ruledOut.Add(mention.Label);
            else if (!holding.Contains(mention.Label)) holding.Add(mention.Label);
        }
    }

    private static void AddWhen(bool holds, string label, HashSet<string> labels)
    {
        if (holds) labels.Add(label);
    }

    private static (string? Condition, bool IsTurned) ConditionOf(string head, string tail, bool isFirst)
    {
        if (IfAfter().Match(tail) is { Success: true } after) return (tail[(after.Index + after.Length)..], after.Groups["unless"].Success);
        if (isFirst && head.AsSpan().Trim(" \"'`“*").IsEmpty && Colon().Match(tail) is { Success: true } colon) return (tail[colon.Length..], false);

        if (Parenthesis().Match(tail) is { Success: true } aside) return (aside.Groups["inside"].Value, false);

        var before = IfBefore().Match(head);
        if (before.Success) return (head[(before.Index + before.Length)..], before.Groups["unless"].Success);
        if (IfAnywhere().Match(tail) is { Success: true } later) return (tail[(later.Index + later.Length)..], later.Groups["unless"].Success);
        return isFirst && head.Length > 0 ? (head, false) : (null, false);
    }

    [GeneratedRegex(@"\b(?:otherwise|else|all other cases|any other case|by default|default is)\b[^.]{0,40}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsDefault();

    [GeneratedRegex(@"^[\s""”'`*,]{0,4}(?:otherwise|by default|in all other cases|in any other case|in every other case)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DefaultAfter();

    [GeneratedRegex(@"^[\s""”'`*,:=()–-]{0,6}(?:only )?(?:if|when|whenever|where|(?<unless>unless))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IfAfter();

    [GeneratedRegex(@"^[""”'`*]{0,3}\s?(?::|=|–|—|-)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();

    [GeneratedRegex(@"^[""”'`*]{0,3}\s?\((?<inside>[^()]{3,200})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"\b(?:if|when|whenever|where|(?<unless>unless))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex IfBefore();

    [GeneratedRegex(@"\b(?:if|when|whenever|(?<unless>unless))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IfAnywhere();

    [GeneratedRegex(@"\b(?:never|not|don't|cannot)\b[^.,]{0,20}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Never();
}
