using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>if</c>, <c>then</c> and <c>else</c>.</summary>
internal sealed class ConditionKeywords(SchemaNode condition, SchemaNode? then, SchemaNode? otherwise) : IKeyword
{
    public static readonly KeywordRule[] Rules =
    [
        Rule("if", Make),
        // Compiled with if, and without if they say nothing.
        Rule("then", _ => null),
        Rule("else", _ => null),
    ];

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        if (then is null && otherwise is null && marks is null) return true;
        var next = run.CheckQuietly(condition, instance, marks) ? then : otherwise;
        return next is null || run.Check(next, instance, marks);
    }

    static KeywordRule Rule(string name, Func<KeywordSource, IKeyword?> make) => new(name, make)
    {
        From = SchemaDraft.Draft7,
        Vocabulary = Vocabularies.Applicator,
        Subschemas = Subschemas.One,
    };

    static ConditionKeywords Make(KeywordSource source) =>
        new(source.InPlace(source.Schema()), Branch(source, "then"), Branch(source, "else"));

    static SchemaNode? Branch(KeywordSource source, string keyword) =>
        source.TrySibling(keyword, out _) ? source.InPlace(source.SiblingSchema(keyword)) : null;
}
