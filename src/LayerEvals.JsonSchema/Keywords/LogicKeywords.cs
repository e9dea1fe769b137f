using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>The rules of <c>allOf</c>, <c>anyOf</c>, <c>oneOf</c> and <c>not</c>.</summary>
internal static class LogicKeywords
{
    public static readonly KeywordRule[] Rules =
    [
        Rule("allOf", (_, nodes) => new AllOfKeyword(nodes)),
        Rule("anyOf", (at, nodes) => new AnyOfKeyword(at, nodes)),
        Rule("oneOf", (at, nodes) => new OneOfKeyword(at, nodes)),
        new("not", s => new NotKeyword(s.At, s.InPlace(s.Schema()))) { Vocabulary = Vocabularies.Applicator, Subschemas = Subschemas.One },
    ];

    static KeywordRule Rule(string name, Func<KeywordPlace, SchemaNode[], IKeyword> make) => new(name, s => Make(s, make))
    {
        Vocabulary = Vocabularies.Applicator,
        Subschemas = Subschemas.Array,
    };

    static IKeyword? Make(KeywordSource source, Func<KeywordPlace, SchemaNode[], IKeyword> make)
    {
        if (source.Value.ValueKind != JsonValueKind.Array || source.Value.GetArrayLength() == 0) return source.Expected("an array of at least one schema");
        return make(source.At, [.. Enumerable.Range(0, source.Value.GetArrayLength()).Select(i => source.InPlace(source.Schema(i)))]);
    }
}

/// <summary><c>allOf</c>.</summary>
internal sealed class AllOfKeyword(SchemaNode[] nodes) : IKeyword
{
    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        var valid = true;
        foreach (var node in nodes)
        {
            if (run.Check(node, instance, marks)) continue;
            if (!run.Explains) return false;
            valid = false;
        }
        return valid;
    }
}

/// <summary><c>not</c>.</summary>
internal sealed class NotKeyword(KeywordPlace at, SchemaNode node) : IKeyword
{
    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        if (!run.CheckQuietly(node, instance, marks: null)) return true;
        return run.Explains && run.Fail(at, $"{Wording.Value(instance)} matches the schema under not", "any other value");
    }
}
