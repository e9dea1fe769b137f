using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace LayerEvals.Configs.Pins;

/// <summary>What the ids of a vendor's models mean: which stay what they are, and which move. The data are in <c>pin-rules.json</c>, with the pages that they were read from.</summary>
internal sealed partial record PinRules
{
    static readonly Lazy<PinFile> Known = new(Read);

    /// <summary>The vendor, as messages name it.</summary>
    public required string Name { get; init; }

    /// <summary>The providers of a configuration that ask this vendor.</summary>
    public required IReadOnlyList<string> Providers { get; init; }

    /// <summary>What <c>vendor:</c> of a configuration says; it comes before the provider.</summary>
    public required IReadOnlyList<string> Vendors { get; init; }

    /// <summary>The pages that the rules were read from.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>An id that is a pin.</summary>
    public required string Example { get; init; }

    /// <summary>The first one that an id fits speaks for it.</summary>
    public required IReadOnlyList<PinRule> Rules { get; init; }

    /// <summary>All vendors, in the order of the data file.</summary>
    public static IReadOnlyList<PinRules> All => Known.Value.Vendors;

    /// <summary>The day that the vendors' pages were read.</summary>
    public static string ReadOn => Known.Value.Read;

    /// <summary>The rules of a model's vendor; null for one that is not asked by an id.</summary>
    public static PinRules? Of(ModelConfiguration model)
    {
        if (model is { Provider: "code", Vendor: null }) return null;
        var byProvider = All.FirstOrDefault(r => r.Providers.Contains(model.Provider));
        // A gateway or a client of one's own may stand before any vendor: there the vendor's name tells.
        return model.Provider is "openai-compatible" or "code" ? All.FirstOrDefault(r => r.Vendors.Contains(model.Vendor, StringComparer.OrdinalIgnoreCase)) ?? byProvider : byProvider;
    }

    /// <summary>The rule that speaks for an id.</summary>
    public PinRule For(string id) => Rules.First(r => r.Fits(id));

    static PinFile Read()
    {
        using var data = typeof(PinRules).Assembly.GetManifestResourceStream("pin-rules.json") ?? throw new InvalidOperationException("expected pin-rules.json in the assembly");
        return JsonSerializer.Deserialize(data, PinJson.Default.PinFile)!; // the file is ours, and a test reads it
    }

    sealed record PinFile(int Version, string Read, IReadOnlyList<PinRules> Vendors);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(PinFile))]
    sealed partial class PinJson : JsonSerializerContext;
}

/// <summary>What an id of some form means.</summary>
/// <param name="Id">The form, as a pattern.</param>
/// <param name="Floats">Why an id of this form moves; null for a pin.</param>
/// <param name="Note">What to know about a pin of this form.</param>
internal sealed record PinRule(string Id, string? Floats, string? Note)
{
    // The forms are ours, and short; what a NonBacktracking pattern costs to build, a plan would pay before its first call.
    public bool Fits(string id) => Regex.IsMatch(id, Id, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
