namespace LayerEvals.JsonSchema;

/// <summary>Addresses of schemas: absolute, compared without their fragment.</summary>
internal static class Addresses
{
    public static string Key(Uri address)
    {
        var text = address.AbsoluteUri;
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        return fragment < 0 ? text : text[..fragment];
    }

    /// <summary>A reference split at its fragment; the fragment is unescaped, and empty when there is none.</summary>
    public static (string Address, string Fragment) Split(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (reference, "") : (reference[..hash], Uri.UnescapeDataString(reference[(hash + 1)..]));
    }

    /// <summary>The address that a reference without fragment means; null when it means none.</summary>
    public static Uri? Resolve(Uri from, string reference) =>
        reference.Length == 0 ? from : Uri.TryCreate(from, reference, out var address) ? address : null;
}
