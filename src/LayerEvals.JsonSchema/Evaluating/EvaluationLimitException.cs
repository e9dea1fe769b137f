using System.Globalization;

namespace LayerEvals.JsonSchema;

/// <summary>An evaluation reached a limit. It ends the whole evaluation, since a <c>not</c> must not turn it into a pass.</summary>
internal sealed class EvaluationLimitException(string keyword, string found, string wanted) : Exception
{
    public static EvaluationLimitException TooDeep() => new("limit", "the evaluation went deeper than the stack allows", "a shallower value");

    public static EvaluationLimitException TooDeep(int limit) => new("limit",
        string.Create(CultureInfo.InvariantCulture, $"more than {limit} schemas inside one another"), "a shallower value, or a schema that does not refer to itself endlessly");

    public static EvaluationLimitException TooLong(long limit) => new("limit",
        string.Create(CultureInfo.InvariantCulture, $"more than {limit} evaluated schemas"), "a smaller value or a simpler schema");

    public static EvaluationLimitException TooSlow(string pattern, TimeSpan limit) => new("pattern",
        string.Create(CultureInfo.InvariantCulture, $"the pattern {Printable.Short(pattern)} took longer than {limit.TotalMilliseconds} ms"), "a pattern that does not backtrack endlessly");

    public SchemaFailure AsFailure(string instancePath) => new(instancePath, keyword, keyword, found, wanted, $"not decided, since a limit was reached: {found}; expected is {wanted}");
}
