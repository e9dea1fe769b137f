using System.Text.Json;
using System.Text.RegularExpressions;

namespace LayerEvals.Models.Vendors;

/// <summary>How a vendor's models want to be asked; from request-rules.json, the first rule that fits.</summary>
/// <param name="Provider">The provider, as configurations name it.</param>
/// <param name="Models">A pattern of model ids; null for all.</param>
/// <param name="MaxTokens">What the limit of the answer's tokens is called.</param>
/// <param name="Refuses">The keys of <c>sampling</c> that such a model does not take, with their value where only that is refused: <c>response-format: json</c>.</param>
/// <param name="Source">Where that is said, and when it was read.</param>
internal sealed record RequestRule(string Provider, string? Models, string MaxTokens, IReadOnlyList<string> Refuses, string Source)
{
    static readonly JsonSerializerOptions Kebab = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower };

    public static IReadOnlyList<RequestRule> All { get; } = Read();

    /// <summary>The rule of a model of a provider that has one.</summary>
    public static RequestRule Of(string provider, string model) =>
        All.First(rule => rule.Provider == provider && (rule.Models is null || Regex.IsMatch(model, rule.Models, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))));

    /// <summary>The written settings that the model would refuse.</summary>
    public IReadOnlyList<string> Refused(Sampling sampling) => [.. Refuses.Where(setting => setting switch
    {
        "temperature" => sampling.Temperature is not null,
        "top-p" => sampling.TopP is not null,
        "seed" => sampling.Seed is not null,
        "response-format: json" => sampling.ResponseFormat == "json",
        _ => throw new InvalidOperationException($"request-rules.json: expected a key of sampling, found {setting}"),
    })];

    static List<RequestRule> Read()
    {
        using var stream = typeof(RequestRule).Assembly.GetManifestResourceStream("request-rules.json")!; // the project embeds it
        return JsonSerializer.Deserialize<List<RequestRule>>(stream, Kebab)!; // it is a list
    }
}
