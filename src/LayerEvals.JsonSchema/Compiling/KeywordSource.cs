using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>A keyword as written, with what is around it: all that compiling it needs.</summary>
internal sealed class KeywordSource(SchemaCompiler compiler, SchemaNode node, SchemaPlace place, string name, JsonElement value)
{
    public string Name => name;

    public JsonElement Value => value;

    public Dialect Dialect => place.Resource.Dialect;

    public SchemaResource Resource => place.Resource;

    public SchemaCompiler Compiler => compiler;

    public SchemaOptions Options => compiler.Options;

    public KeywordPlace At => AtSibling(name);

    public KeywordPlace AtSibling(string keyword) => new(place.Resource.Document.Shown(JsonPointer.Append(place.Pointer, keyword)), keyword);

    /// <summary>Another keyword of the same schema, when this dialect has it.</summary>
    public bool TrySibling(string keyword, out JsonElement sibling)
    {
        sibling = default;
        return KeywordRules.Of(Dialect).Any(r => r.Name == keyword) && place.Members.TryGetValue(keyword, out sibling);
    }

    /// <summary>Reports that the value is not as it must be. Always null, so that a rule can return it.</summary>
    public IKeyword? Expected(string wanted) => Problem($"{Wording.Value(value)} is {Wording.Kind(value)} where {wanted} is expected");

    /// <summary>Reports a problem with this keyword. Always null.</summary>
    public IKeyword? Problem(string message)
    {
        compiler.Problem(At.Path, message);
        return null;
    }

    /// <summary>The schema that the value is, for a part of the instance.</summary>
    public SchemaNode Schema() => SchemaAt(JsonPointer.Append(place.Pointer, name));

    /// <summary>A schema in the value, for a part of the instance.</summary>
    public SchemaNode Schema(string token) => SchemaAt(JsonPointer.Append(JsonPointer.Append(place.Pointer, name), token));

    public SchemaNode Schema(int index) => SchemaAt(JsonPointer.Append(JsonPointer.Append(place.Pointer, name), index));

    public SchemaNode SiblingSchema(string keyword) => SchemaAt(JsonPointer.Append(place.Pointer, keyword));

    public SchemaNode SiblingSchema(string keyword, string token) => SchemaAt(JsonPointer.Append(JsonPointer.Append(place.Pointer, keyword), token));

    /// <summary>Notes that the schema is evaluated for the very same instance.</summary>
    public SchemaNode InPlace(SchemaNode other)
    {
        compiler.EvaluatesInPlace(node, other);
        return other;
    }

    public KeywordSource ForSibling(string keyword, JsonElement sibling) => new(compiler, node, place, keyword, sibling);

    SchemaNode SchemaAt(string pointer) => compiler.NodeOf(place.Resource.Document.Places[pointer]);
}
