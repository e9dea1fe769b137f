using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>type</c>.</summary>
internal sealed class TypeKeyword(KeywordPlace at, TypeKeyword.Types types, bool integersAreWritten) : IKeyword
{
    public static readonly KeywordRule[] Rules = [new("type", Make)];

    readonly string _wanted = Wording.AnyOf([.. Enum.GetValues<Types>().Where(t => t != Types.None && types.HasFlag(t)).Select(t => Wording.KindNamed(t.ToString().ToLowerInvariant()))]);

    [Flags]
    internal enum Types
    {
        None = 0,
        Null = 1,
        Boolean = 2,
        Object = 4,
        Array = 8,
        String = 16,
        Number = 32,
        Integer = 64,
    }

    /// <summary>The kinds that are not allowed: the others need no look. A number that must be an integer does.</summary>
    public Kinds Kinds { get; } = Enum.GetValues<JsonValueKind>().Where(k => (types & TypeOf(k)) == Types.None).Aggregate(Kinds.None, (all, k) => all | (Kinds)(1 << (int)k));

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        if (instance.ValueKind == JsonValueKind.Number && types.HasFlag(Types.Integer) && IsInteger(instance)) return true;
        return run.Explains && run.Fail(at, $"{Wording.Value(instance)} is {Found(instance)}", _wanted);
    }

    static Types TypeOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Null => Types.Null,
        JsonValueKind.True or JsonValueKind.False => Types.Boolean,
        JsonValueKind.Object => Types.Object,
        JsonValueKind.Array => Types.Array,
        JsonValueKind.String => Types.String,
        _ => Types.Number,
    };

    // Draft 4: an integer is a number without a fraction or exponent part; since draft 6 it is a number without a fractional value.
    bool IsInteger(JsonElement number)
    {
        if (number.TryGetInt64(out _)) return true;
        return integersAreWritten ? !number.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') : ExactNumber.Of(number).IsInteger;
    }

    string Found(JsonElement instance) => instance.ValueKind == JsonValueKind.Number && !types.HasFlag(Types.Integer) ? Wording.Kind(instance) : instance.ValueKind == JsonValueKind.Number ? "a number" : Wording.Kind(instance);

    static IKeyword? Make(KeywordSource source)
    {
        const string wanted = "one of \"array\", \"boolean\", \"integer\", \"null\", \"number\", \"object\" and \"string\", or an array of them,";
        var types = Types.None;
        var names = source.Value.ValueKind == JsonValueKind.Array ? [.. source.Value.EnumerateArray()] : new[] { source.Value };
        foreach (var name in names)
        {
            if (name.ValueKind != JsonValueKind.String || Named(InstanceText.StringOf(name)) is not { } type) return source.Expected(wanted);
            types |= type;
        }
        return types == Types.None ? source.Expected(wanted) : new TypeKeyword(source.At, types, source.Dialect.Draft == SchemaDraft.Draft4);
    }

    static Types? Named(string name) => name switch
    {
        "null" => Types.Null,
        "boolean" => Types.Boolean,
        "object" => Types.Object,
        "array" => Types.Array,
        "string" => Types.String,
        "number" => Types.Number,
        "integer" => Types.Integer,
        _ => null,
    };
}
