using System.Text.Json;
using LayerEvals.Scoring.Schemas;
using Microsoft.Extensions.AI;

namespace LayerEvals.GoldenSets;

/// <summary>A tool that a case declares: the model is told of it, and nothing runs it.</summary>
internal sealed class GoldenTool
{
    /// <summary>What stands for parameters that are not written: any.</summary>
    public const string NoParameters = """{"type":"object","properties":{}}""";

    static readonly Uri Address = new("https://schema.invalid/tool");

    readonly Lazy<Func<JsonElement, SchemaFinding>> own;

    /// <param name="name">The name that the model calls.</param>
    /// <param name="description">What the model is told of it.</param>
    /// <param name="parameters">The JSON Schema of its arguments, in one line.</param>
    public GoldenTool(string name, string? description, string parameters)
    {
        (Name, Description, Parameters) = (name, description, parameters);
        using var document = JsonDocument.Parse(parameters, new JsonDocumentOptions { MaxDepth = Scoring.Json.JsonDocuments.MaxDepth });
        Schema = document.RootElement.Clone();
        own = new Lazy<Func<JsonElement, SchemaFinding>>(() => OwnValidator.Instance.Compile(new SchemaSource(Schema, Address)));
        Declaration = new Declared(this);
    }

    public string Name { get; }

    public string? Description { get; }

    public string Parameters { get; }

    public JsonElement Schema { get; }

    /// <summary>What judges arguments where a plan has compiled the schema; without it the program's own validator does.</summary>
    public Func<JsonElement, SchemaFinding>? Judges { get; init; }

    /// <summary>The name of the validator that judges arguments.</summary>
    public string Validator { get; init; } = OwnValidator.Instance.Name;

    /// <summary>What a client is handed.</summary>
    public AITool Declaration { get; }

    /// <summary>What the schema of the parameters says of arguments.</summary>
    public SchemaFinding Judge(JsonElement arguments) => (Judges ?? own.Value)(arguments);

    sealed class Declared(GoldenTool tool) : AIFunctionDeclaration
    {
        public override string Name => tool.Name;

        public override string Description => tool.Description ?? "";

        public override JsonElement JsonSchema => tool.Schema;
    }
}
