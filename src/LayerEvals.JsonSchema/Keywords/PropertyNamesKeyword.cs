using System.Runtime.InteropServices;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>propertyNames</c>. A name has to become a JSON value first: the one keyword that allocates for a valid instance.</summary>
internal sealed class PropertyNamesKeyword(SchemaNode node) : IKeyword
{
    public static readonly KeywordRule[] Rules =
    [
        new("propertyNames", s => new PropertyNamesKeyword(s.Schema())) { From = SchemaDraft.Draft6, Vocabulary = Vocabularies.Applicator, Subschemas = Subschemas.One },
    ];

    public Kinds Kinds => Kinds.Object;

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        var valid = true;
        foreach (var property in instance.EnumerateObject())
        {
            if (CheckName(property, run)) continue;
            if (!run.Explains) return false;
            valid = false;
        }
        return valid;
    }

    bool CheckName(JsonProperty property, Evaluation run)
    {
        byte[] json = [(byte)'"', .. JsonMarshal.GetRawUtf8PropertyName(property), (byte)'"'];
        using var name = JsonDocument.Parse(json);
        if (!run.Explains) return run.Check(node, name.RootElement, marks: null);
        run.Path.Push(InstanceText.NameOf(property));
        var valid = run.Check(node, name.RootElement, marks: null);
        run.Path.Pop();
        return valid;
    }
}
