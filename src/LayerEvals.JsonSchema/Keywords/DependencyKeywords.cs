using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>dependentRequired</c>, <c>dependentSchemas</c> and the older <c>dependencies</c>: what a property's presence asks for.</summary>
internal sealed class DependencyKeywords(NameTable names, IKeyword[] asked) : IKeyword
{
    public static readonly KeywordRule[] Rules =
    [
        new("dependentRequired", Make) { From = SchemaDraft.Draft201909 },
        new("dependentSchemas", Make) { From = SchemaDraft.Draft201909, Vocabulary = Vocabularies.Applicator, Subschemas = Subschemas.Map },
        // Since 2019-09 it is only kept so that older schemas go on working.
        new("dependencies", Make) { Vocabulary = Vocabularies.Applicator, Subschemas = Subschemas.MapOfSchemaOrNames },
    ];

    public Kinds Kinds => Kinds.Object;

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        var (valid, expected) = (true, 0);
        // What a name asks is asked once, however often the name is repeated.
        var seen = asked.Length <= 64 ? stackalloc bool[64] : new bool[asked.Length];
        foreach (var property in instance.EnumerateObject())
        {
            var number = names.Find(property, ref expected);
            if (number < 0 || seen[number]) continue;
            seen[number] = true;
            if (asked[number].Check(instance, run, marks)) continue;
            if (!run.Explains) return false;
            valid = false;
        }
        return valid;
    }

    static IKeyword? Make(KeywordSource source)
    {
        if (source.Value.ValueKind != JsonValueKind.Object) return source.Expected("an object");
        var asked = new Dictionary<string, IKeyword>(StringComparer.Ordinal);
        foreach (var property in source.Value.EnumerateObject())
        {
            var name = InstanceText.NameOf(property);
            if (MakeOne(source, name, property.Value) is { } keyword) asked[name] = keyword;
        }
        return new DependencyKeywords(new NameTable(asked.Keys), [.. asked.Values]);
    }

    static IKeyword? MakeOne(KeywordSource source, string name, JsonElement value)
    {
        if (source.Name == "dependentSchemas" || (source.Name == "dependencies" && value.ValueKind != JsonValueKind.Array))
        {
            return new ReferenceKeywords(source.InPlace(source.Schema(name)));
        }
        var at = new KeywordPlace($"{source.At.Path}/{Printable.Short(name)}", source.Name);
        return RequiredKeywords.TryReadNames(value, out var names) ? new RequiredKeywords(at, names, because: name) : source.Expected("an object of arrays of property names");
    }
}
