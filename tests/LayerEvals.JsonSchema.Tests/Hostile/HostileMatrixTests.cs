using System.Text.Json;

namespace LayerEvals.JsonSchema.Tests;

public sealed class HostileMatrixTests
{
    // No measurement: long enough for the slowest machine, short enough to tell a hang from work.
    static readonly TimeSpan Hang = TimeSpan.FromMinutes(5);

    // What one verdict may allocate, garbage of branches that failed included: a fixed part, and so many bytes for each byte of the document.
    const long FixedBytes = 64_000_000;
    const long BytesForEach = 1_000;

    static readonly SchemaLimits Limits = new() { MaxSteps = 1_000_000, PatternTimeout = TimeSpan.FromMilliseconds(50) };

    static readonly Lazy<IReadOnlyList<(string Name, Schema Schema)>> Demanding = new(() =>
        [.. HostileSchemas.Demanding.Select(s => (s.Key, Schema.Compile(s.Value, new SchemaOptions { FormatAssertion = true, Limits = Limits })))]);

    public static TheoryData<string> Documents => [.. HostileDocuments.All.Keys];

    public static TheoryData<string> Odd => [.. HostileSchemas.Odd.Keys];

    [Fact]
    public void There_are_enough_of_them() => (HostileDocuments.All.Count + HostileSchemas.Odd.Count + HostileSchemas.Demanding.Count).ShouldBeGreaterThan(200);

    [Theory, MemberData(nameof(Documents))]
    public Task A_document_is_judged_by_every_demanding_schema(string name) => EndsAsync(() =>
    {
        var bytes = HostileDocuments.All[name];
        foreach (var (schemaName, schema) in Demanding.Value)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var valid = schema.IsValid(bytes);
            if (TryParse(bytes) is { } document)
            {
                using (document)
                {
                    var result = schema.Evaluate(document.RootElement);
                    if (schemaName != HostileSchemas.LookAhead) result.IsValid.ShouldBe(valid, schemaName);
                    foreach (var failure in result.Failures) failure.ToString().ShouldNotContain('\u001b');
                }
            }
            else
            {
                valid.ShouldBeFalse(schemaName);
            }
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(FixedBytes + BytesForEach * bytes.Length, schemaName);
        }
    });

    [Theory, MemberData(nameof(Odd))]
    public Task An_odd_schema_compiles_or_has_problems(string name) => EndsAsync(() =>
    {
        try
        {
            var schema = Schema.Compile(HostileSchemas.Odd[name], new SchemaOptions { Limits = Limits });
            foreach (var document in new[] { "1", $"\"{new string('a', 5_000)}!\"", "[[[]]]", """{"a":{"a":1}}""" }) schema.Evaluate(Json.Parse(document)).Failures.Count.ShouldBeLessThanOrEqualTo(Limits.MaxFailures + 1);
        }
        catch (InvalidSchemaException invalid)
        {
            invalid.Problems.Count.ShouldBeInRange(1, 110);
            foreach (var problem in invalid.Problems) problem.ToString().ShouldNotContain('\n');
        }
    });

    // As IsValid of bytes reads them.
    static JsonDocument? TryParse(byte[] bytes)
    {
        try
        {
            return System.Text.Unicode.Utf8.IsValid(bytes) ? JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Limits.MaxDepth }) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static async Task EndsAsync(Action work) => await Task.Run(work, TestContext.Current.CancellationToken).WaitAsync(Hang, TestContext.Current.CancellationToken);
}
