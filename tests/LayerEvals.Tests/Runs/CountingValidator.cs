using System.Text.Json;

namespace LayerEvals.Tests.Runs;

/// <summary>A validator of a team's own: it counts what it compiles, and likes nothing.</summary>
internal sealed class CountingValidator : ISchemaValidator
{
    public int Compiled { get; private set; }

    public bool Refuses { get; init; }

    public string Name => "Counting 1";

    public Func<JsonElement, SchemaFinding> Compile(SchemaSource schema)
    {
        Compiled++;
        if (Refuses) throw new FormatException("no such keyword");
        return _ => new SchemaFinding(false, ["not as Counting 1 likes it"]);
    }
}
