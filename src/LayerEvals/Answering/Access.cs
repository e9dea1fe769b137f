using System.Text.RegularExpressions;

namespace LayerEvals.Answering;

/// <summary>What the environment says for a configuration that will be asked: where it is, and what authorises the call.</summary>
internal sealed partial record Access(string? Endpoint, Secret? Key, IReadOnlyDictionary<string, Secret> Headers)
{
    // Shorter values would be found in ordinary words.
    const int ShortestSecret = 6;

    /// <summary>Neither key nor address: of providers that need none.</summary>
    public static Access None { get; } = new(null, null, new Dictionary<string, Secret>());

    /// <summary>The values that a text from outside is searched for.</summary>
    public IReadOnlyList<Secret> Hidden { get; init; } = [];

    /// <summary>A vendor's words without the values of the configuration, and without what looks like a key or an organisation.</summary>
    public string Scrub(string text)
    {
        foreach (var secret in Hidden.Select(h => h.Reveal()).Where(s => s.Length >= ShortestSecret).OrderByDescending(s => s.Length))
            text = text.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);
        return LikeAnId().Replace(text, "${kind}-***");
    }

    // OpenAI's messages name the organisation and repeat a part of the key: "Incorrect API key provided: sk-ab***yz", "in organization org-…".
    [GeneratedRegex(@"\b(?<kind>sk|org|proj|key|req)[-_][\w*-]{4,}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LikeAnId();
}
