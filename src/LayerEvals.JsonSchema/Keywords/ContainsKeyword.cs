using System.Globalization;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>contains</c> with <c>minContains</c> and <c>maxContains</c>.</summary>
internal sealed class ContainsKeyword(KeywordPlace at, SchemaNode node, ContainsKeyword.Bounds bounds) : IKeyword
{
    public static readonly KeywordRule[] Rules =
    [
        new("contains", Make) { From = SchemaDraft.Draft6, Vocabulary = Vocabularies.Applicator, Subschemas = Subschemas.One },
        // Compiled with contains, and without contains they say nothing.
        new("minContains", RequireCount) { From = SchemaDraft.Draft201909 },
        new("maxContains", RequireCount) { From = SchemaDraft.Draft201909 },
    ];

    internal sealed record Bounds(int Least, int Most, bool MarksItems);

    public Kinds Kinds => Kinds.Array;

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        var count = 0;
        var index = 0;
        foreach (var item in instance.EnumerateArray())
        {
            if (run.CheckQuietly(node, item, marks: null))
            {
                count++;
                if (bounds.MarksItems) marks?.Add(index);
            }
            index++;
        }
        if (count >= bounds.Least && count <= bounds.Most) return true;
        return run.Explains && Fail(count, run);
    }

    bool Fail(int count, Evaluation run)
    {
        var wanted = count > bounds.Most
            ? string.Create(CultureInfo.InvariantCulture, $"at most {bounds.Most}")
            : string.Create(CultureInfo.InvariantCulture, $"at least {bounds.Least}");
        return run.FailCount(at, count == 0 ? "no item matches contains" : $"{Wording.Count(count, "item matches", "items match")} contains", wanted);
    }

    static ContainsKeyword Make(KeywordSource source)
    {
        var least = source.TrySibling("minContains", out var min) && Counts.TryRead(min, out var atLeast) ? atLeast : 1;
        var most = source.TrySibling("maxContains", out var max) && Counts.TryRead(max, out var atMost) ? atMost : int.MaxValue;
        return new ContainsKeyword(source.At, source.Schema(), new Bounds(least, most, source.Dialect.Draft >= SchemaDraft.Draft202012));
    }

    static IKeyword? RequireCount(KeywordSource source) => Counts.TryRead(source.Value, out _) ? null : source.Expected("an integer of at least 0");
}
