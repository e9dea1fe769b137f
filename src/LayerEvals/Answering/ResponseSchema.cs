using System.Text.Json;
using System.Text.RegularExpressions;
using LayerEvals.Planning;
using LayerEvals.Scoring;
using LayerEvals.Scoring.Checks;
using LayerEvals.Scoring.Schemas;
using Microsoft.Extensions.AI;

namespace LayerEvals.Answering;

/// <summary>The schema of a case's check, offered to the model as the form of its answer.</summary>
/// <param name="Name">What the vendor calls it: the schema's file name without its endings.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Turns">The asked turns that it is offered for, from 1; null is the last.</param>
internal sealed partial record ResponseSchema(string Name, JsonElement Schema, IReadOnlyList<int?> Turns)
{
    /// <summary>All that is sent of it, for the key of an answer.</summary>
    public string Hash { get; } = ContentHash.Of([Name, Schema.GetRawText(), .. Turns.Select(t => t?.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    public ChatResponseFormat Format { get; } = ChatResponseFormat.ForJsonSchema(Schema, Name);

    /// <summary>The schemas that a case's checks name, each once.</summary>
    public static IReadOnlyList<SchemaText> Named(CheckList checks, SchemaFiles schemas) =>
        [.. checks.Items.Select(SchemaCheck.SchemaOf).OfType<string>().Select(schemas.Find).OfType<SchemaText>().DistinctBy(s => s.Hash)];

    /// <summary>What is offered for a case; null where no check of it names a schema.</summary>
    public static ResponseSchema? Of(CheckList checks, SchemaFiles schemas) => Named(checks, schemas) is [var schema, ..]
        ? new ResponseSchema(NameOf(Path.GetFileName(schema.Main.Key)), schema.Main.Root, [.. checks.Items.Where(c => SchemaCheck.SchemaOf(c) is not null).Select(c => c.Turn).Distinct()])
        : null;

    /// <summary>Whether it is offered for a turn.</summary>
    public bool IsFor(int turn, bool isLast) => Turns.Contains(turn) || isLast && Turns.Contains(null);

    // Vendors take letters, digits, _ and -, at most 64 of them.
    static string NameOf(string file)
    {
        var name = NotInNames().Replace(file.Split('.')[0], "_");
        return name.Length == 0 ? "answer" : name[..Math.Min(64, name.Length)];
    }

    [GeneratedRegex("[^A-Za-z0-9_-]")]
    private static partial Regex NotInNames();
}
