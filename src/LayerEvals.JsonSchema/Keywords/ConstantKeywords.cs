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

    // Among so many, comparing with each is quicker than hashing; beyond it a large instance would be read too often.
    const int Few = 16;

    readonly ILookup<int, JsonElement>? _byHash = allowed.Length > Few ? allowed.ToLookup(JsonEquality.Hash) : null;

    // The texts as bytes; null when one is no text or is written with escapes.
    readonly byte[][]? _plainTexts = allowed.Length <= Few && allowed.All(v => v.ValueKind == JsonValueKind.String && !IsEscaped(v)) ? [.. allowed.Select(v => InstanceText.Raw(v).ToArray())] : null;

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        var found = _plainTexts is not null && instance.ValueKind == JsonValueKind.String && !IsEscaped(instance) ? IsPlainText(instance) : IsAllowed(instance);
        return found || run.Fail(at, instance, _wanted);
    }

    bool IsPlainText(JsonElement instance)
    {
        var raw = InstanceText.Raw(instance);
        foreach (var text in _plainTexts!) // the caller has seen that it is not null
        {
            if (raw.SequenceEqual(text)) return true;
        }
        return false;
    }

    bool IsAllowed(JsonElement instance)
    {
        foreach (var value in _byHash?[JsonEquality.Hash(instance)] ?? allowed)
        {
            if (JsonEquality.AreEqual(value, instance)) return true;
        }
        return false;
    }

    static bool IsEscaped(JsonElement text) => InstanceText.Raw(text).Contains((byte)'\\');

    static IKeyword? MakeEnum(KeywordSource source) =>
        source.Value.ValueKind == JsonValueKind.Array ? new ConstantKeywords(source.At, [.. source.Value.EnumerateArray()]) : source.Expected("an array");
}
