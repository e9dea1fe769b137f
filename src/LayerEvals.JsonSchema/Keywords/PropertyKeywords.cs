using System.Runtime.InteropServices;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>properties</c>, <c>patternProperties</c> and <c>additionalProperties</c>, in one pass over the instance.</summary>
internal sealed class PropertyKeywords(NamedProperties named, (SchemaPattern Pattern, SchemaNode Node)[] patterned, AdditionalProperties? additional) : IKeyword
{
    public static readonly KeywordRule[] Rules =
    [
        new("properties", Make) { Vocabulary = Vocabularies.Applicator, Subschemas = Subschemas.Map },
        new("patternProperties", s => s.TrySibling("properties", out _) ? null : Make(s)) { Vocabulary = Vocabularies.Applicator, Subschemas = Subschemas.Map },
        new("additionalProperties", s => s.TrySibling("properties", out _) || s.TrySibling("patternProperties", out _) ? null : Make(s)) { Vocabulary = Vocabularies.Applicator, Subschemas = Subschemas.One },
    ];

    public Kinds Kinds => Kinds.Object;

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        var valid = true;
        var (position, expected, missing) = (0, 0, run.Explains ? 0 : named.Required);
        foreach (var property in instance.EnumerateObject())
        {
            var number = named.Names.Find(property, ref expected);
            if (number >= 0) missing &= ~named.Bits[number];
            if (!CheckOne(property, number, run, out var known))
            {
                if (!run.Explains) return false;
                valid = false;
            }
            if (known) marks?.Add(position);
            position++;
        }
        return valid && missing == 0;
    }

    bool CheckOne(JsonProperty property, int number, Evaluation run, out bool known)
    {
        var valid = true;
        known = false;
        if (number >= 0 && named.Nodes[number] is { } node)
        {
            known = true;
            valid = run.CheckProperty(node, property);
        }
        foreach (var (pattern, schema) in patterned)
        {
            if (!pattern.IsMatch(JsonMarshal.GetRawUtf8PropertyName(property))) continue;
            known = true;
            valid &= run.CheckProperty(schema, property);
        }
        if (known || additional is null) return valid;
        known = true;
        return additional.Check(property, run);
    }

    static PropertyKeywords Make(KeywordSource source)
    {
        var named = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        var patterned = new List<(SchemaPattern, SchemaNode)>();
        foreach (var (part, name) in Entries(source, "properties")) named[name] = part.Schema(name);
        foreach (var (part, name) in Entries(source, "patternProperties"))
        {
            if (SchemaPattern.Read(part, name) is { } pattern) patterned.Add((pattern, part.Schema(name)));
        }
        var additional = source.TrySibling("additionalProperties", out _)
            ? new AdditionalProperties(source.AtSibling("additionalProperties"), source.SiblingSchema("additionalProperties"), [.. named.Keys])
            : null;
        return new PropertyKeywords(NamedProperties.Of(named, RequiredKeywords.SeenWithProperties(source)), [.. patterned], additional);
    }

    static IEnumerable<(KeywordSource Part, string Name)> Entries(KeywordSource source, string keyword)
    {
        if (!source.TrySibling(keyword, out var value)) yield break;
        var part = source.ForSibling(keyword, value);
        if (value.ValueKind != JsonValueKind.Object)
        {
            part.Expected("an object");
            yield break;
        }
        foreach (var property in value.EnumerateObject()) yield return (part, InstanceText.NameOf(property));
    }
}

/// <summary>What is said of the properties that no other keyword names.</summary>
internal sealed class AdditionalProperties(KeywordPlace at, SchemaNode node, string[] known)
{
    readonly string _wanted = known.Length == 0 ? "no property" : $"only {Wording.AnyOf([.. known.Select(n => $"\"{Printable.Short(n)}\"")])}";

    public bool Check(JsonProperty property, Evaluation run)
    {
        if (node.Always != false) return run.CheckProperty(node, property);
        if (!run.Explains) return false;
        var found = $"the property \"{Printable.Short(InstanceText.NameOf(property))}\"";
        return run.Fail(at, found, _wanted, $"{found} is not allowed; expected is {_wanted}");
    }
}
