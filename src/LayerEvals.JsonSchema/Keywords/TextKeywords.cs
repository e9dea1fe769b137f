using System.Text.Json;
using System.Text.RegularExpressions;

namespace LayerEvals.JsonSchema;

/// <summary><c>pattern</c>.</summary>
internal sealed class TextKeywords(KeywordPlace at, SchemaPattern pattern) : IKeyword
{
    public static readonly KeywordRule[] Rules = [new("pattern", Make)];

    readonly string _wanted = $"a match of {Printable.Short(pattern.Source)}";

    public Kinds Kinds => Kinds.String;

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        return pattern.IsMatch(InstanceText.Raw(instance)) || run.Fail(at, instance, _wanted);
    }

    static IKeyword? Make(KeywordSource source)
    {
        if (source.Value.ValueKind != JsonValueKind.String) return source.Expected("a regular expression");
        return SchemaPattern.Read(source, InstanceText.StringOf(source.Value)) is { } pattern ? new TextKeywords(source.At, pattern) : null;
    }
}

/// <summary>A regular expression of a schema, with its time limit.</summary>
internal sealed class SchemaPattern(string source, Regex regex, AsciiAutomaton? automaton)
{
    public string Source => source;

    /// <summary>Whether the pattern has a match in a JSON string or name, given as its bytes between the quotes.</summary>
    public bool IsMatch(ReadOnlySpan<byte> json) => automaton?.IsMatch(json) ?? HasMatch(json);

    bool HasMatch(ReadOnlySpan<byte> json)
    {
        using var text = InstanceText.Of(json, stackalloc char[InstanceText.Usual]);
        try
        {
            return regex.IsMatch(text.Chars);
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
            return new SchemaPattern(pattern, EcmaRegex.Compile(pattern, limits.PatternTimeout), AsciiAutomaton.Of(pattern));
        }
        catch (PatternException wrong)
        {
            source.Problem($"{Printable.Short(pattern)} is no regular expression of ECMA-262: {wrong.Message}");
            return null;
        }
    }
}
