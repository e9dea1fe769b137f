using System.Collections.Frozen;

namespace LayerEvals.JsonSchema;

/// <summary>The table of keywords, in the order in which they are evaluated: the cheap ones first, <c>unevaluated…</c> last.</summary>
internal static class KeywordRules
{
    static readonly KeywordRule[] All =
    [
        .. TypeKeyword.Rules, .. ConstantKeywords.Rules, .. NumberKeywords.Rules, .. TextKeywords.Rules,
        .. SizeKeywords.Rules, .. RequiredKeywords.Rules, .. FormatKeyword.Rules, .. PropertyKeywords.Rules, .. PropertyNamesKeyword.Rules,
        .. ItemKeywords.Rules, .. ContainsKeyword.Rules, .. UniqueItemsKeyword.Rules,
        .. ReferenceKeywords.Rules, .. LogicKeywords.Rules, .. ConditionKeywords.Rules, .. DependencyKeywords.Rules,
        .. UnevaluatedKeywords.Rules, .. SilentKeywords.Rules,
    ];

    /// <summary>The rules of a dialect, in the order of evaluation.</summary>
    public static IEnumerable<KeywordRule> Of(Dialect dialect) => All.Where(r => r.IsOf(dialect));

    /// <summary>The rules of a draft that hold schemas. A vocabulary that is off hides no schema: references may still lead there.</summary>
    public static IReadOnlyList<KeywordRule> WithSubschemas(SchemaDraft draft) => Holding[draft];

    static readonly FrozenDictionary<SchemaDraft, KeywordRule[]> Holding = Enum.GetValues<SchemaDraft>()
        .ToFrozenDictionary(d => d, d => All.Where(r => r.Subschemas != Subschemas.None && r.IsOf(Dialect.Of(d))).ToArray());
}
