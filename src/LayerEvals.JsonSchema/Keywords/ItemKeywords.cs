using System.Globalization;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>prefixItems</c>, <c>items</c> and <c>additionalItems</c>: schemas by position, and one for the rest.</summary>
internal sealed class ItemKeywords(SchemaNode[] first, SchemaNode? rest, KeywordPlace restAt) : IKeyword
{
    public static readonly KeywordRule[] Rules =
    [
        new("prefixItems", MakePrefix) { From = SchemaDraft.Draft202012, Vocabulary = Vocabularies.Applicator, Subschemas = Subschemas.Array },
        new("items", s => s.TrySibling("prefixItems", out _) ? null : new ItemKeywords([], s.Schema(), s.At)) { From = SchemaDraft.Draft202012, Vocabulary = Vocabularies.Applicator, Subschemas = Subschemas.One },
        new("items", MakeOldItems) { To = SchemaDraft.Draft201909, Vocabulary = Vocabularies.Applicator, Subschemas = Subschemas.OneOrArray },
        // Compiled with items, and without items it says nothing.
        new("additionalItems", _ => null) { To = SchemaDraft.Draft201909, Vocabulary = Vocabularies.Applicator, Subschemas = Subschemas.One },
    ];

    public Kinds Kinds => Kinds.Array;

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        var valid = true;
        var index = 0;
        foreach (var item in instance.EnumerateArray())
        {
            var node = index < first.Length ? first[index] : rest;
            if (node is null) break;
            if (index >= first.Length && node.Always == false)
            {
                if (run.Explains) FailRest(instance, run);
                return false;
            }
            if (!run.CheckItem(node, item, index))
            {
                if (!run.Explains) return false;
                valid = false;
            }
            marks?.Add(index);
            index++;
        }
        return valid;
    }

    void FailRest(JsonElement instance, Evaluation run) => run.FailCount(restAt,
        $"{Wording.Value(instance)} has {Wording.Count(instance.GetArrayLength(), "item", "items")}",
        string.Create(CultureInfo.InvariantCulture, $"at most {first.Length}"));

    static IKeyword? MakePrefix(KeywordSource source)
    {
        if (source.Value.ValueKind != JsonValueKind.Array) return source.Expected("an array of schemas");
        var rest = source.TrySibling("items", out _) ? source.SiblingSchema("items") : null;
        return new ItemKeywords(Positions(source), rest, source.AtSibling("items"));
    }

    static ItemKeywords MakeOldItems(KeywordSource source)
    {
        if (source.Value.ValueKind != JsonValueKind.Array) return new ItemKeywords([], source.Schema(), source.At);
        var rest = source.TrySibling("additionalItems", out _) ? source.SiblingSchema("additionalItems") : null;
        return new ItemKeywords(Positions(source), rest, source.AtSibling("additionalItems"));
    }

    static SchemaNode[] Positions(KeywordSource source) => [.. Enumerable.Range(0, source.Value.GetArrayLength()).Select(source.Schema)];
}
