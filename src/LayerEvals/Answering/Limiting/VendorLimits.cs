namespace LayerEvals.Answering.Limiting;

/// <summary>What a response said of the vendor's limits; null where it did not say.</summary>
/// <param name="Requests">Requests that are left.</param>
/// <param name="Tokens">Tokens that are left.</param>
internal sealed record VendorLimits(Remaining? Requests, Remaining? Tokens)
{
    /// <summary>Where a client keeps it in the additional properties of its response.</summary>
    public const string Property = "layerevals.vendor_limits";
}

/// <summary>What is left of a limit, and in how long it is whole again.</summary>
internal sealed record Remaining(long Left, TimeSpan Reset);
