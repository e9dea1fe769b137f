using System.Globalization;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Configs;

/// <summary>Reads one entry of <c>models:</c>.</summary>
internal static class ModelReader
{
    static readonly string[] Providers = ["embedded", "recorded", "blessed", "code", "openai", "azure-openai", "anthropic", "openai-compatible"];

    public static ModelConfiguration? Read(SourceFile file, string name, Node node, int line)
    {
        // What a model has not is said at its name.
        if (MapReader.Of(file, node is MapNode map ? map with { Line = line } : node, $"the model `{Printable.Short(name, 40)}`") is not { } reader) return null;
        var provider = Provider(file, reader, name);
        var pin = reader.Text("model") is { } written && !string.IsNullOrWhiteSpace(written) ? written : null;
        // Recorded answers carry the ids that they were given; every model that is asked needs a pin of its own.
        if (pin is null && provider is not (null or "recorded" or "blessed"))
            reader.Missing(["model"], ProblemIds.NoPin, $"expected `model` in the model `{Printable.Short(name, 40)}`, found none: without a pin nobody knows what was asked", "write model: with the dated id that the vendor must return");
        var prompts = reader.Text("prompts");
        var (version, upgrade) = Pins.AzureDeployment.Read(reader, provider);
        var model = new ModelConfiguration
        {
            Name = name,
            // What cannot be asked is taken for recorded, so that its one mistake brings no others after it: the plan is refused anyway.
            Provider = provider is "blessed" ? provider : provider is null || pin is null ? "recorded" : provider,
            Model = pin ?? (provider is "blessed" ? provider : "recorded"),
            Endpoint = reader.Text("endpoint"),
            Deployment = reader.Text("deployment"),
            KeyWritten = Key(reader),
            HeadersWritten = Headers(reader),
            Version = version,
            Upgrade = upgrade,
            Retires = Day(reader, "retires"),
            Vendor = reader.Text("vendor"),
            Cutoff = reader.Text("cutoff"),
            Training = reader.Text("training"),
            Sampling = Sampling(reader.Map("sampling")),
            Price = Price(reader.Map("price")),
            PromptFolder = prompts is null ? null : file.Beside(prompts).Path,
            PromptFolderShown = prompts is null ? null : file.Beside(prompts).Shown,
            PromptFolderLine = reader.LineOf("prompts"),
            Answers = Named(file, reader, provider, ("answers", "recorded", "a JSON Lines file")),
            Outcomes = Named(file, reader, provider, ("outcomes", "blessed", "a file that `layerevals bless` wrote")),
            Line = line,
        };
        reader.Close();
        return reader.IsMisspelled("prompts") ? model with { Provider = "recorded" } : model;
    }

    static string? Provider(SourceFile file, MapReader reader, string name)
    {
        if (reader.Node("provider") is null)
            reader.Missing(["provider"], ProblemIds.MissingKey, $"expected `provider` in the model `{Printable.Short(name, 40)}`, found none", $"write provider: with one of {string.Join(", ", Providers)}");
        if (reader.Text("provider") is not { } provider) return null;
        if (Providers.Contains(provider)) return provider;
        file.Error(ProblemIds.UnknownProvider, reader.LineOf("provider"), $"expected a provider, found `{Printable.Short(provider, 60)}`", Nearest.Choice(provider, Providers));
        return null;
    }

    static DateOnly? Day(MapReader reader, string key)
    {
        if (reader.Text(key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        reader.File.Error(ProblemIds.BadValue, reader.LineOf(key), $"expected a day such as 2026-12-31 for `{key}`, found `{Printable.Short(text, 60)}`", "write year-month-day");
        return null;
    }

    // A file that one provider needs, and no other has.
    static SourceFile? Named(SourceFile file, MapReader reader, string? provider, (string Key, string Provider, string What) of)
    {
        var name = reader.Text(of.Key);
        if (name is null && provider == of.Provider)
            reader.Missing([of.Key], ProblemIds.MissingKey, $"expected `{of.Key}` beside provider: {of.Provider}, found none", $"write {of.Key}: with the name of {of.What}");
        if (name is not null && provider is not null && provider != of.Provider)
            file.Error(ProblemIds.BadValue, reader.LineOf(of.Key), $"expected `{of.Key}` only beside provider: {of.Provider}, found it beside {provider}", $"remove `{of.Key}`, or write provider: {of.Provider}");
        return reader.Node(of.Key) is TextNode written ? file.Beside(written) : null;
    }

    static Sampling Sampling(MapReader? reader)
    {
        if (reader is null) return new Sampling();
        var sampling = new Sampling
        {
            Temperature = reader.Number("temperature", 0, 2),
            TopP = reader.Number("top-p", 0, 1),
            MaxOutputTokens = reader.Whole("max-output-tokens", 1, int.MaxValue),
            Seed = reader.Whole("seed", int.MinValue, int.MaxValue),
            ResponseFormat = reader.OneOf("response-format", "text", "json", "schema"),
        };
        reader.Close();
        return sampling;
    }

    static Price? Price(MapReader? reader)
    {
        if (reader is null) return null;
        var input = reader.Number("input", 0, 1e6);
        var output = reader.Number("output", 0, 1e6);
        var (cached, reasoning) = (reader.Number("cached-input", 0, 1e6), reader.Number("reasoning", 0, 1e6));
        if (reader.Node("input") is null || reader.Node("output") is null)
            reader.Missing(["input", "output"], ProblemIds.MissingKey, "expected `input` and `output` in `price`, found one of them or none", "write both, in USD per million tokens");
        reader.Close();
        return new Price(input ?? 0, output ?? 0) { CachedInput = cached, Reasoning = reasoning };
    }

    // A key written in clear ends in version control, in manifests of others and in screenshots: it is refused, and its text never printed.
    static string? Key(MapReader reader)
    {
        if (reader.Text("key") is not { } key) return null;
        if (!Variables.IsReference(key))
            reader.File.Error(ProblemIds.SecretInClear, reader.LineOf("key"), "expected `key` as ${NAME} of an environment variable, found a text in clear", "put the key into an environment variable and write key: ${NAME}");
        return key;
    }

    // The values of headers may be secrets too: a wrong kind is said without its value.
    static Dictionary<string, string> Headers(MapReader reader)
    {
        var node = reader.Node("headers");
        if (node is MapNode map && map.Entries.All(e => e.Value is TextNode)) return map.Entries.ToDictionary(e => e.Key, e => ((TextNode)e.Value).Text, StringComparer.OrdinalIgnoreCase);
        if (node is not null)
            reader.File.Error(ProblemIds.WrongKind, reader.LineOf("headers"), "expected `headers` as a map of names to texts, found something else", "write `name: ${NAME}` lines under it");
        return [];
    }
}
