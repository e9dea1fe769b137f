using System.Globalization;
using System.Text.Json;
using LayerEvals.GoldenSets;
using LayerEvals.Planning;
using LayerEvals.Reading;

namespace LayerEvals.Answering.Recordings;

/// <summary>
/// Everything that one asking sends, and the sample number: what a recording is keyed by. Not the endpoint, no key and no header: who may ask, and where, changes no
/// answer, and none of it is fit to be stored.
/// </summary>
/// <param name="Settings">All but the messages, by name; what is not set is not there.</param>
/// <param name="Messages">The messages; an assistant message of null text is asked for.</param>
internal sealed record Sent(IReadOnlyDictionary<string, string> Settings, IReadOnlyList<GoldenTurn> Messages)
{
    // The version of the key. Another one means that every recording is asked again.
    const string Version = "sent-1";

    /// <summary>The hash of all of it: 32 hexadecimal digits.</summary>
    public string Key { get; } = ContentHash.Of(
    [
        Version,
        .. Settings.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => new[] { s.Key, s.Value }),
        "messages", .. Messages.SelectMany(m => new[] { m.Role, m.Text }),
    ]);

    public static Sent Of(ModelConfiguration model, int sample, IReadOnlyList<GoldenTurn> messages, ResponseSchema? schema)
    {
        var sampling = model.Sampling;
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        Set("provider", model.Provider);
        Set("model", model.Model);
        Set("deployment", model.Deployment);
        Set("temperature", sampling.Temperature);
        Set("top-p", sampling.TopP);
        Set("max-output-tokens", sampling.MaxOutputTokens);
        Set("seed", sampling.Seed);
        Set("response-format", sampling.ResponseFormat);
        Set("schema", sampling.ResponseFormat == ResponseFormats.Schema ? schema?.Hash : null);
        Set("sample", sample);
        return new Sent(settings, messages);

        void Set(string name, IConvertible? value)
        {
            if (value is not null) settings[name] = value.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The same with the tools that the model is told of: their names, for who reads a difference, and a hash of all of them.</summary>
    public Sent With(IReadOnlyList<GoldenTool> tools) => tools.Count == 0 ? this : new Sent(new Dictionary<string, string>(Settings, StringComparer.Ordinal)
    {
        ["tools"] = $"{string.Join(", ", tools.Select(t => t.Name))} @{ContentHash.Of(tools.SelectMany(t => new[] { t.Name, t.Description, t.Parameters }))}",
    }, Messages);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, value) in Settings.OrderBy(s => s.Key, StringComparer.Ordinal)) json.WriteString(name, value);
        json.WriteStartArray("messages");
        foreach (var message in Messages)
        {
            json.WriteStartObject();
            json.WriteString(message.Role, message.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What was written. What it cannot be is found out by its key.</summary>
    public static Sent Read(MapNode written) => new(
        written.Entries.Where(e => e.Value is TextNode).ToDictionary(e => e.Key, e => ((TextNode)e.Value).Text, StringComparer.Ordinal),
        [.. (written["messages"] as ListNode)?.Items.OfType<MapNode>().SelectMany(m => m.Entries).Select(Turn) ?? []]);

    static GoldenTurn Turn(Entry entry) => new(entry.Key, entry.Value is TextNode { IsAbsent: false } text ? text.Text : null);
}
