using System.Globalization;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>The rules of <c>unevaluatedProperties</c> and <c>unevaluatedItems</c>.</summary>
internal static class UnevaluatedKeywords
{
    public static readonly KeywordRule[] Rules =
    [
        Rule("unevaluatedProperties", s => new UnevaluatedProperties(s.At, s.Schema())),
        Rule("unevaluatedItems", s => new UnevaluatedItems(s.At, s.Schema())),
    ];

    static KeywordRule Rule(string name, Func<KeywordSource, IKeyword> make) => new(name, make)
    {
        From = SchemaDraft.Draft201909,
        Vocabulary = Vocabularies.Unevaluated,
        Subschemas = Subschemas.One,
    };
}

/// <summary><c>unevaluatedProperties</c>.</summary>
internal sealed class UnevaluatedProperties(KeywordPlace at, SchemaNode node) : ILeftovers
{
    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        if (instance.ValueKind != JsonValueKind.Object || marks is null) return true;
        var valid = true;
        var position = 0;
        foreach (var property in instance.EnumerateObject())
        {
            if (marks.Has(position++) || CheckOne(property, run)) continue;
            if (!run.Explains) return false;
            valid = false;
        }
        marks.AddAll();
        return valid;
    }

    bool CheckOne(JsonProperty property, Evaluation run)
    {
        if (node.Always != false) return run.CheckProperty(node, property);
        return run.Explains && Leftover.Fail(at, $"the property \"{Printable.Short(InstanceText.NameOf(property))}\"", run);
    }
}

/// <summary><c>unevaluatedItems</c>.</summary>
internal sealed class UnevaluatedItems(KeywordPlace at, SchemaNode node) : ILeftovers
{
    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        if (instance.ValueKind != JsonValueKind.Array || marks is null) return true;
        var valid = true;
        var index = -1;
        foreach (var item in instance.EnumerateArray())
        {
            if (marks.Has(++index) || CheckOne(item, index, run)) continue;
            if (!run.Explains) return false;
            valid = false;
        }
        marks.AddAll();
        return valid;
    }

    bool CheckOne(JsonElement item, int index, Evaluation run)
    {
        if (node.Always != false) return run.CheckItem(node, item, index);
        return run.Explains && Leftover.Fail(at, string.Create(CultureInfo.InvariantCulture, $"item {index}, {Wording.Value(item)},"), run);
    }
}

/// <summary>Explains what no other keyword evaluated.</summary>
internal static class Leftover
{
    public static bool Fail(KeywordPlace at, string found, Evaluation run) =>
        run.Fail(at, found, "only what the schema names", $"{found} is not allowed; expected is only what the schema names");
}
