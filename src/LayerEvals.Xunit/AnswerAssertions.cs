using System.Text.Json;
using LayerEvals.Scoring.Json;
using LayerEvals.Scoring.Schemas;
using LayerEvals.Session;
using Xunit;
using Xunit.v3;

namespace LayerEvals;

/// <summary>
/// Assertions on the JSON of an answer, as strict as the check <c>schema</c>: the answer is the document and nothing else. Inside
/// <see cref="SideBySide.Should(string, Layer, Action{Answer})"/> they make a check Failed; anywhere else they fail the row.
/// </summary>
public static class AnswerAssertions
{
    /// <summary>The answer is JSON that a schema takes.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="path">The schema's file, relative to the project folder.</param>
    /// <param name="assertFormats">Whether <c>format</c> is asserted; by default it is an annotation.</param>
    /// <exception cref="AnswerAssertionException">The answer is something else.</exception>
    /// <exception cref="ArgumentException">The file is no schema.</exception>
    public static void ShouldMatchSchema(this Answer answer, string path, bool assertFormats = false)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Hold(answer, Project().Schema(path, assertFormats), $"that {Printable.Short(path, 200)} takes");
    }

    /// <summary>The answer is JSON that the schema of a C# type takes, as <see cref="System.Text.Json.Schema.JsonSchemaExporter"/> writes it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="options">How the type is written as JSON; by default <see cref="JsonSerializerOptions.Strict"/>, under which names are to the letter and others are refused.</param>
    /// <exception cref="AnswerAssertionException">The answer is something else.</exception>
    public static void ShouldMatchSchemaOf<T>(this Answer answer, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Hold(answer, SchemaOf.Type(typeof(T), options ?? JsonSerializerOptions.Strict), $"that the schema of {typeof(T).Name} takes");
    }

    /// <summary>The answer is JSON that can be read as a C# type.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="options">How it is read; by default <see cref="JsonSerializerOptions.Strict"/>, under which a missing, a repeated or an unknown name is refused.</param>
    /// <returns>What was read; never null.</returns>
    /// <exception cref="AnswerAssertionException">The answer is something else.</exception>
    public static T ShouldDeserializeTo<T>(this Answer answer, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        T? value = default;
        Hold(answer, document => Read(document, options, out value), $"that can be read as {typeof(T).Name}");
        return value!; // Hold throws where nothing was read
    }

    static SchemaFinding Read<T>(JsonElement document, JsonSerializerOptions? options, out T? value)
    {
        value = default;
        try
        {
            value = document.Deserialize<T>(options ?? JsonSerializerOptions.Strict);
            return value is null ? new SchemaFinding(false, ["$: null, where a value is expected"]) : new SchemaFinding(true, []);
        }
        catch (JsonException e)
        {
            return new SchemaFinding(false, [$"{e.Path ?? "$"}: {e.Message.Split(" Path: ")[0].TrimEnd('.')}"]);
        }
    }

    static void Hold(Answer answer, Func<JsonElement, SchemaFinding> judge, string what)
    {
        var wanted = $"expected an answer {what}";
        Asserted.Came(answer, wanted);
        Asserted.NotEmpty(Scoring.Units.IsBlank(answer.Text), wanted);
        var finding = new SchemaJudge(judge, JsonMode.Whole).Judge(answer.Text, answer.FinishReason);
        if (finding.Outcome == Outcome.Passed) return;
        // A limit that was reached decides nothing: it is no assertion that failed, and makes the check Errored.
        if (finding.Outcome != Outcome.Failed) throw new InvalidOperationException(finding.Reason);
        throw new AnswerAssertionException($"{wanted}: {finding.Reason}; the answer is: {finding.Evidence}");
    }

    static EvalProject Project() => TestContext.Current.TestAssembly is IXunitTestAssembly { Assembly: var assembly }
        ? EvalProject.Of(assembly)
        : throw new InvalidOperationException("expected a running test, whose project folder the schema's path is relative to, found none");
}

/// <summary>An answer is not what a test asserts of it.</summary>
public sealed class AnswerAssertionException : Exception, IAssertionException
{
    /// <summary>An exception without a message; only the framework asks for it.</summary>
    public AnswerAssertionException() { }

    /// <summary>An exception with its message.</summary>
    /// <param name="message">What was expected and what was found.</param>
    public AnswerAssertionException(string message) : base(message) { }

    /// <summary>An exception with its message and its cause.</summary>
    /// <param name="message">What was expected and what was found.</param>
    /// <param name="innerException">The cause.</param>
    public AnswerAssertionException(string message, Exception innerException) : base(message, innerException) { }
}
