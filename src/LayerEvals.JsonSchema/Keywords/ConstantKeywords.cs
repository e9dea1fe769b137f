using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>enum</c> and <c>const</c>.</summary>
internal sealed class ConstantKeywords(KeywordPlace at, JsonElement[] allowed) : IKeyword
{
    public static readonly KeywordRule[] Rules =
    [
        new("enum", MakeEnum),
        new("const", s => new ConstantKeywords(s.At, [s.Value])) { From = SchemaDraft.Draft6 },
    ];

    readonly string _wanted = allowed.Length == 0 ? "nothing" : Wording.AnyOf([.. allowed.Select(Wording.Value)]);

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        foreach (var value in allowed)
        {
            if (JsonEquality.AreEqual(value, instance)) return true;
        }
        return run.Fail(at, instance, _wanted);
    }

    static IKeyword? MakeEnum(KeywordSource source) =>
        source.Value.ValueKind == JsonValueKind.Array ? new ConstantKeywords(source.At, [.. source.Value.EnumerateArray()]) : source.Expected("an array");
}
