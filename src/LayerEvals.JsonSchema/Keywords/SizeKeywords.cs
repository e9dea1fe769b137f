using System.Globalization;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>minLength</c>, <c>minItems</c>, <c>minProperties</c> and their <c>max…</c> twins.</summary>
internal sealed class SizeKeywords(KeywordPlace at, JsonValueKind kind, bool isMost, int bound) : IKeyword
{
    public static readonly KeywordRule[] Rules =
    [
        new("minLength", s => Make(s, JsonValueKind.String, isMost: false)),
        new("maxLength", s => Make(s, JsonValueKind.String, isMost: true)),
        new("minItems", s => Make(s, JsonValueKind.Array, isMost: false)),
        new("maxItems", s => Make(s, JsonValueKind.Array, isMost: true)),
        new("minProperties", s => Make(s, JsonValueKind.Object, isMost: false)),
        new("maxProperties", s => Make(s, JsonValueKind.Object, isMost: true)),
    ];

    public Kinds Kinds => (Kinds)(1 << (int)kind);

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        // A text has no more characters than bytes.
        if (isMost && kind == JsonValueKind.String && InstanceText.Raw(instance).Length <= bound) return true;
        var size = SizeOf(instance);
        if (isMost ? size <= bound : size >= bound) return true;
        return run.Explains && run.FailCount(at, $"{Wording.Value(instance)} has {InWords(size)}", $"{(isMost ? "at most" : "at least")} {bound.ToString("#,0", CultureInfo.InvariantCulture)}");
    }

    int SizeOf(JsonElement instance) => kind switch
    {
        JsonValueKind.String => InstanceText.CodePoints(instance),
        JsonValueKind.Array => instance.GetArrayLength(),
        _ => instance.GetPropertyCount(),
    };

    string InWords(int size) => kind switch
    {
        JsonValueKind.String => Wording.Count(size, "character", "characters"),
        JsonValueKind.Array => Wording.Count(size, "item", "items"),
        _ => Wording.Count(size, "property", "properties"),
    };

    static IKeyword? Make(KeywordSource source, JsonValueKind kind, bool isMost) =>
        Counts.TryRead(source.Value, out var bound) ? new SizeKeywords(source.At, kind, isMost, bound) : source.Expected("an integer of at least 0");
}

/// <summary>Reads the integers of at least 0 in schemas; 2.0 is one, and one too large to be reached counts as the largest.</summary>
internal static class Counts
{
    public static bool TryRead(JsonElement value, out int count)
    {
        count = 0;
        if (value.ValueKind != JsonValueKind.Number) return false;
        var number = ExactNumber.Of(value);
        if (!number.IsInteger || number.IsNegative) return false;
        count = number.ComparedWith(ExactNumber.Of("2147483647"u8)) >= 0 ? int.MaxValue : (int)value.GetDouble();
        return true;
    }
}
