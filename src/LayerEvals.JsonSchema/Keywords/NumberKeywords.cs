using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>minimum</c>, <c>maximum</c>, their exclusive twins, and <c>multipleOf</c>; exact at any size.</summary>
internal sealed class NumberKeywords(KeywordPlace at, NumberKeywords.Comparison comparison, JsonElement bound) : IKeyword
{
    // Long division by a longer divisor would cost more than anyone's schema is worth.
    const int MostDivisorDigits = 1_000;

    public static readonly KeywordRule[] Rules =
    [
        new("minimum", s => Make(s, TryExclusive(s, "exclusiveMinimum") ? Comparison.MoreThan : Comparison.AtLeast)),
        new("maximum", s => Make(s, TryExclusive(s, "exclusiveMaximum") ? Comparison.LessThan : Comparison.AtMost)),
        new("exclusiveMinimum", s => Make(s, Comparison.MoreThan)) { From = SchemaDraft.Draft6 },
        new("exclusiveMaximum", s => Make(s, Comparison.LessThan)) { From = SchemaDraft.Draft6 },
        new("exclusiveMinimum", RequireBoolean) { To = SchemaDraft.Draft4 },
        new("exclusiveMaximum", RequireBoolean) { To = SchemaDraft.Draft4 },
        new("multipleOf", MakeMultipleOf),
    ];

    readonly byte[] _bound = Encoding.UTF8.GetBytes(bound.GetRawText());
    readonly long? _smallBound = bound.TryGetInt64(out var small) ? small : null;
    readonly string _wanted = $"{Words(comparison)} {Wording.Value(bound)}";

    internal enum Comparison
    {
        AtLeast,
        AtMost,
        MoreThan,
        LessThan,
        MultipleOf,
    }

    public Kinds Kinds => Kinds.Number;

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        return Holds(instance) || run.Fail(at, instance, _wanted);
    }

    bool Holds(JsonElement instance)
    {
        var json = JsonMarshal.GetRawUtf8Value(instance);
        if (_smallBound is not { } small || !SmallNumber.TryRead(json, out var number)) return Holds(ExactNumber.Of(json));
        return comparison == Comparison.MultipleOf ? number.IsMultipleOf(small) : IsOnItsSide(number.ComparedWith(small));
    }

    bool Holds(ExactNumber number) =>
        comparison == Comparison.MultipleOf ? number.IsMultipleOf(ExactNumber.Of(_bound)) : IsOnItsSide(number.ComparedWith(ExactNumber.Of(_bound)));

    bool IsOnItsSide(int compared) => comparison switch
    {
        Comparison.AtLeast => compared >= 0,
        Comparison.AtMost => compared <= 0,
        Comparison.MoreThan => compared > 0,
        _ => compared < 0,
    };

    static string Words(Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => "at least",
        Comparison.AtMost => "at most",
        Comparison.MoreThan => "more than",
        Comparison.LessThan => "less than",
        _ => "a multiple of",
    };

    static IKeyword? Make(KeywordSource source, Comparison comparison) =>
        source.Value.ValueKind == JsonValueKind.Number ? new NumberKeywords(source.At, comparison, source.Value) : source.Expected("a number");

    static IKeyword? MakeMultipleOf(KeywordSource source)
    {
        if (source.Value.ValueKind != JsonValueKind.Number) return source.Expected("a number");
        var divisor = ExactNumber.Of(source.Value);
        if (divisor.IsZero || divisor.IsNegative || divisor.Length > MostDivisorDigits) return source.Expected("a number above 0 of at most 1,000 digits");
        return new NumberKeywords(source.At, Comparison.MultipleOf, source.Value);
    }

    // Draft 4: exclusiveMinimum is a boolean that says how minimum is meant.
    static bool TryExclusive(KeywordSource source, string twin) =>
        source.Dialect.Draft == SchemaDraft.Draft4 && source.TrySibling(twin, out var exclusive) && exclusive.ValueKind == JsonValueKind.True;

    static IKeyword? RequireBoolean(KeywordSource source) =>
        source.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : source.Expected("a boolean");
}
