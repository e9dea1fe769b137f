using System.Text.Json;
using System.Text.RegularExpressions;

namespace LayerEvals.JsonSchema;

/// <summary><c>pattern</c>.</summary>
internal sealed class TextKeywords(KeywordPlace at, SchemaPattern pattern) : IKeyword
{
    public static readonly KeywordRule[] Rules = [new("pattern", Make)];

    readonly string _wanted = $"a match of {Printable.Short(pattern.Source)}";

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        if (instance.ValueKind != JsonValueKind.String) return true;
        using var text = InstanceText.Of(instance, stackalloc char[InstanceText.Usual]);
        return pattern.IsMatch(text.Chars) || run.Fail(at, instance, _wanted);
    }

    static IKeyword? Make(KeywordSource source)
    {
        if (source.Value.ValueKind != JsonValueKind.String) return source.Expected("a regular expression");
        return SchemaPattern.Read(source, InstanceText.StringOf(source.Value)) is { } pattern ? new TextKeywords(source.At, pattern) : null;
    }
}

/// <summary>A regular expression of a schema, with its time limit.</summary>
internal sealed class SchemaPattern(string source, Regex regex)
{
    public string Source => source;

    public bool IsMatch(ReadOnlySpan<char> text)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException timeout)
        {
            throw EvaluationLimitException.TooSlow(source, timeout.MatchTimeout);
        }
    }

    /// <summary>Compiles a pattern, or reports why it is none.</summary>
    public static SchemaPattern? Read(KeywordSource source, string pattern)
    {
        var limits = source.Options.Limits;
        if (pattern.Length > limits.MaxPatternLength)
        {
            source.Problem($"the pattern has {Wording.Count(pattern.Length, "character", "characters")}; at most {limits.MaxPatternLength} are expected");
            return null;
        }
        try
        {
            return new SchemaPattern(pattern, EcmaRegex.Compile(pattern, limits.PatternTimeout));
        }
        catch (PatternException wrong)
        {
            source.Problem($"{Printable.Short(pattern)} is no regular expression of ECMA-262: {wrong.Message}");
            return null;
        }
    }
}
