using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>format</c>, where it is asserted. A format that is not known says nothing.</summary>
internal sealed class FormatKeyword(KeywordPlace at, string name, FormatCheck isFormat) : IKeyword
{
    public static readonly KeywordRule[] Rules = [new("format", Make) { Vocabulary = Vocabularies.Format }];

    public Kinds Kinds => Kinds.String;

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        using var text = InstanceText.Of(instance, stackalloc char[InstanceText.Usual]);
        return isFormat(text.Chars) || run.Fail(at, instance, $"the format {name}");
    }

    static IKeyword? Make(KeywordSource source)
    {
        if (source.Value.ValueKind != JsonValueKind.String) return source.Expected("a string");
        if (!source.Options.FormatAssertion && !source.Dialect.AssertsFormat) return null;
        var name = InstanceText.StringOf(source.Value);
        return KnownFormats.Find(name, source.Dialect.Draft) is { } check ? new FormatKeyword(source.At, name, check) : null;
    }
}

/// <summary>Whether a text is as a format says.</summary>
internal delegate bool FormatCheck(ReadOnlySpan<char> text);
