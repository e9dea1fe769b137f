using System.Text.Json;

namespace LayerEvals.Configs.StrictOutputs;

/// <summary>What a vendor's strict structured outputs take of JSON Schema, as its documentation says. The data are in <c>vendor-rules.json</c>.</summary>
internal sealed record VendorRules
{
    static readonly Lazy<IReadOnlyList<VendorRules>> Known = new(ReadAll);

    /// <summary>The vendor, as messages name it.</summary>
    public required string Name { get; init; }

    /// <summary>The providers of a configuration that ask this vendor.</summary>
    public IReadOnlyList<string> Providers { get; init; } = [];

    /// <summary>What <c>vendor:</c> of a configuration says where the provider does not tell.</summary>
    public IReadOnlyList<string> Vendors { get; init; } = [];

    /// <summary>The pages that the rules were read from.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Whether the vendor ignores what it does not take, instead of refusing the schema.</summary>
    public bool Ignores { get; init; }

    /// <summary>Whether the schema must be of an object, and no <c>anyOf</c>.</summary>
    public bool ObjectRoot { get; init; }

    /// <summary>Whether every object must say <c>additionalProperties: false</c>.</summary>
    public bool ClosedObjects { get; init; }

    /// <summary>Whether every property must be required.</summary>
    public bool AllRequired { get; init; }

    /// <summary>Whether a schema may not refer to itself.</summary>
    public bool NoRecursion { get; init; }

    /// <summary>Whether references may only lead into the schema itself.</summary>
    public bool LocalReferences { get; init; }

    /// <summary>Whether <c>enum</c> may only hold texts, numbers, booleans and null.</summary>
    public bool PlainEnums { get; init; }

    /// <summary>The keywords that are not taken.</summary>
    public IReadOnlyList<string> Unsupported { get; init; } = [];

    /// <summary>The keywords that are taken, where the vendor lists those; else null.</summary>
    public IReadOnlyList<string>? Supported { get; init; }

    public VendorLimits Limits { get; init; } = new();

    /// <summary>The rules of a model's vendor; null where none are known.</summary>
    public static VendorRules? Of(ModelConfiguration model) => Known.Value.FirstOrDefault(r =>
        r.Providers.Contains(model.Provider) || r.Vendors.Contains(model.Vendor, StringComparer.OrdinalIgnoreCase));

    /// <summary>All rules, in the order of the data file.</summary>
    public static IReadOnlyList<VendorRules> All => Known.Value;

    public bool Takes(string keyword) => !Unsupported.Contains(keyword) && (Supported is null || Supported.Contains(keyword));

    static IReadOnlyList<VendorRules> ReadAll()
    {
        using var data = typeof(VendorRules).Assembly.GetManifestResourceStream("vendor-rules.json") ?? throw new InvalidOperationException("expected vendor-rules.json in the assembly");
        return JsonSerializer.Deserialize<VendorFile>(data, JsonSerializerOptions.Web)!.Vendors; // the file is ours, and a test reads it
    }

    sealed record VendorFile(int Version, string Read, IReadOnlyList<VendorRules> Vendors);
}

/// <summary>The sizes that a vendor documents; null where it documents none.</summary>
internal sealed record VendorLimits
{
    /// <summary>Properties of all objects together.</summary>
    public int? Properties { get; init; }

    /// <summary>Objects inside one another.</summary>
    public int? Depth { get; init; }

    /// <summary>Values of all <c>enum</c> together.</summary>
    public int? EnumValues { get; init; }

    /// <summary>Characters of all names of properties and definitions and of all <c>enum</c> and <c>const</c> texts.</summary>
    public int? Characters { get; init; }

    /// <summary>An <c>enum</c> of more texts than this may hold only so many characters.</summary>
    public int? LongEnumValues { get; init; }

    public int? LongEnumCharacters { get; init; }

    /// <summary>The largest <c>minItems</c>.</summary>
    public int? MinItems { get; init; }

    /// <summary>Properties that are not required.</summary>
    public int? Optional { get; init; }

    /// <summary>Properties of several types, by <c>anyOf</c> or a list of types.</summary>
    public int? Unions { get; init; }
}
