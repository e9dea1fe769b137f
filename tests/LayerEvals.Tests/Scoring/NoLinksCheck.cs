using LayerEvals.Reading;

namespace LayerEvals.Scoring.Checks;

/// <summary>The answer holds no web address but those of the allowed hosts.</summary>
internal static class NoLinksCheck
{
    public static CheckType Type { get; } = new("no-links", Layers.Verification, Read) { Short = CheckType.Under("except") };

    static Check? Read(MapReader settings)
    {
        var allowed = settings.Texts("except");
        return subject =>
        {
            var foreign = Hosts(subject.Text).FirstOrDefault(host => !allowed.Contains(host, StringComparer.OrdinalIgnoreCase));
            return foreign is null
                ? Finding.Pass
                : Finding.Fail($"expected no link, found one to `{Printable.Short(foreign, 60)}`", Scorer.Quote(subject.Text));
        };
    }

    static IEnumerable<string> Hosts(string text)
    {
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            if (Uri.TryCreate(word.Trim('(', ')', '<', '>', '.', ','), UriKind.Absolute, out var link) && link.Scheme is "http" or "https")
                yield return link.Host;
    }
}
