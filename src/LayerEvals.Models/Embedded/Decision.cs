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
    private readonly List<(string Label, Rule Rule)> grounds = [];
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

    /// <summary>The rules that led to the label, in the order of reading.</summary>
    public IEnumerable<Rule> GroundsOf(string label)
    {
        foreach (var ground in grounds)
            if (ground.Label == label && !denied.Contains(label)) yield return ground.Rule;
    }

    /// <summary>Applies the rules; the codes are those that hold, for rules like "ask when at least one code applies".</summary>
    public static Decision On(IReadOnlyList<string> labels, IEnumerable<Rule> rules, (IReadOnlyList<RecordField> Fields, IReadOnlyList<string> Codes) record, Vocabulary vocabulary)
    {
        var decision = new Decision();
        if (record.Fields.Count == 0) return decision;

        var read = rules as IReadOnlyList<Rule> ?? [.. rules];
        foreach (var rule in read)
            foreach (var clause in rule.Text.Split("; "))
                decision.Apply((clause, rule), WithoutModifiers(Mentions.Of(labels, clause, vocabulary), clause), record.Fields, vocabulary);
        if (decision.holding.Count == 0) decision.ApplyCodes(labels, read, record.Codes.Count > 0);
        decision.Holding = [.. labels.Where(label => decision.holding.Contains(label) && !decision.denied.Contains(label))];
        return decision;
    }

    // In "an escalate rule" and "the hold codes" the label names a kind of rule and is not ruled on.
    private static List<Mention> WithoutModifiers(IReadOnlyList<Mention> mentions, string clause)
    {
        var ruled = new List<Mention>(mentions.Count);
        foreach (var mention in mentions)
            if (!RuleNoun().IsMatch(clause.AsSpan(mention.End))) ruled.Add(mention);
        return ruled;
    }

    private void Apply((string Text, Rule Rule) clause, List<Mention> mentions, IReadOnlyList<RecordField> record, Vocabulary vocabulary)
    {
        for (var number = 0; number < mentions.Count; number++)
        {
            var mention = mentions[number];
            var head = clause.Text[(number == 0 ? 0 : mentions[number - 1].End)..mention.Start];
            var tail = clause.Text[mention.End..(number + 1 < mentions.Count ? mentions[number + 1].Start : clause.Text.Length)];
            if (IsDefault().IsMatch(head) || DefaultAfter().IsMatch(tail))
            {
                if (fallback is null) grounds.Add((mention.Label, clause.Rule));
                fallback ??= mention.Label;
                continue;
            }
            var (condition, isTurned) = ConditionOf(head, tail, number == 0);
            if (condition is null || Condition.Holds(condition, record, vocabulary) is not { } holds) continue;

            if (isTurned) holds = !holds;
            if (Never().IsMatch(head) || NotSo().IsMatch(tail)) AddWhen(holds, mention.Label, denied);
            else if (!holds) ruledOut.Add(mention.Label);
            else Hold(mention.Label, clause.Rule);
        }
    }

    private void Hold(string label, Rule rule)
    {
        if (!holding.Contains(label)) holding.Add(label);
        grounds.Add((label, rule));
    }

    // No rule on a field holds, so what remains is said by rules on rules: "ask when a code applies, pay when none applies".
    private void ApplyCodes(IReadOnlyList<string> labels, IReadOnlyList<Rule> rules, bool anyApplies)
    {
        foreach (var rule in rules)
            foreach (var regex in (ReadOnlySpan<Regex>)[LabelWhenApplies(), WhenAppliesLabel()])
                for (var match = regex.Match(rule.Text); match.Success; match = match.NextMatch())
                {
                    var label = labels.FirstOrDefault(known => known.Equals(match.Groups["label"].Value, StringComparison.OrdinalIgnoreCase));
                    var condition = match.Groups["condition"].Value;
                    if (label is null) continue;
                    var isNone = NoneApplies().IsMatch(condition);
                    if (isNone ? !anyApplies : anyApplies && !condition.Contains("rule", StringComparison.OrdinalIgnoreCase)) Hold(label, rule);
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

    [GeneratedRegex(@"^\s(?:rules?|codes?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RuleNoun();

    [GeneratedRegex(@"^[\s""”'`*]{1,4}(?:does not|do not|doesn't|is not|are not)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotSo();

    [GeneratedRegex(@"\b(?<label>[\w-]{1,40})[""”'`]?,? (?:only )?(?:if|when) (?<condition>[^.;,]{0,80}?\bappl(?:y|ies))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelWhenApplies();

    [GeneratedRegex(@"\b(?:if|when) (?<condition>[^.;,]{0,80}?\bappl(?:y|ies)),? (?:then )?(?:the )?(?:\w{1,20} (?:is|becomes) |use |answer |choose )?[""“'`]?(?<label>[\w-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenAppliesLabel();

    [GeneratedRegex(@"^(?:no|none|neither|nothing)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoneApplies();

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
