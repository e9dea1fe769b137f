using LayerEvals.Answering.Limiting;

namespace LayerEvals.Answering.Faults;

/// <summary>A fault of a call, told apart. Its message is ours; the vendor's words in it are scrubbed and short.</summary>
internal sealed class VendorFault(FaultKind kind, string what, Exception? inner = null) : Exception(what, inner)
{
    public FaultKind Kind => kind;

    /// <summary>How long the vendor asks to wait before the next request; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the response said of the vendor's limits.</summary>
    public VendorLimits? Limits { get; init; }

    /// <summary>The fault that an exception of a client means; null for one that is no fault of a call.</summary>
    public static VendorFault? Of(Exception exception) => exception switch
    {
        VendorFault fault => fault,
        Polly.Timeout.TimeoutRejectedException e => new VendorFault(FaultKind.TimedOut, FaultText.TimedOut(e.Timeout), e),
        OperationCanceledException { InnerException: TimeoutException } e => new VendorFault(FaultKind.TimedOut, FaultText.Of(FaultKind.TimedOut, "the client's own time limit"), e),
        HttpRequestException { StatusCode: { } status } e => new VendorFault(FaultStatus.KindOf((int)status, ""), FaultText.Of(FaultStatus.KindOf((int)status, ""), $"status {(int)status}"), e),
        HttpRequestException e => OfConnection(e),
        System.Text.Json.JsonException e => new VendorFault(FaultKind.Unreadable, FaultText.Of(FaultKind.Unreadable, "it is no JSON"), e),
        IOException e => new VendorFault(FaultKind.ConnectionLost, FaultText.Of(FaultKind.ConnectionLost), e),
        _ => null,
    };

    static VendorFault OfConnection(HttpRequestException e)
    {
        var kind = e.HttpRequestError switch
        {
            HttpRequestError.SecureConnectionError => FaultKind.Certificate,
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => FaultKind.Unreachable,
            HttpRequestError.InvalidResponse => FaultKind.Unreadable,
            _ => FaultKind.ConnectionLost,
        };
        var why = e.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "there is no host of this name",
            HttpRequestError.ConnectionError => "it takes no connection",
            HttpRequestError.ProxyTunnelError => "the proxy lets no connection through",
            HttpRequestError.SecureConnectionError => Certificates.Why(e),
            // Thrown by a client of the user's own, in its own words. The runtime's have a cause, and say no more than it.
            _ when e.InnerException is null => e.Message,
            _ => "",
        };
        return new VendorFault(kind, FaultText.Of(kind, why), e);
    }
}
