namespace LayerEvals.Answering.Faults;

/// <summary>Why no answer came from a vendor.</summary>
internal enum FaultKind
{
    /// <summary>429: too many requests or tokens.</summary>
    RateLimited = 1,

    /// <summary>503 or 529: the vendor has no room.</summary>
    Overloaded,

    /// <summary>Any other 5xx.</summary>
    ServerError,

    /// <summary>No answer within the time of one attempt, or 408.</summary>
    TimedOut,

    /// <summary>409.</summary>
    Conflict,

    /// <summary>The connection broke while the answer came.</summary>
    ConnectionLost,

    /// <summary>The body is cut off, no JSON, or not the vendor's shape.</summary>
    Unreadable,

    /// <summary>There is no such host, or it takes no connection.</summary>
    Unreachable,

    /// <summary>400, 413, 422: the vendor does not take this request.</summary>
    BadRequest,

    /// <summary>The vendor's filter refused the prompt before a model saw it.</summary>
    PromptFiltered,

    /// <summary>400 that names a setting: no request with it will be taken.</summary>
    SettingRefused,

    /// <summary>401.</summary>
    KeyRefused,

    /// <summary>403.</summary>
    NotAllowed,

    /// <summary>404: no such model, deployment or address.</summary>
    NotFound,

    /// <summary>402, or 429 that says the account is out of money.</summary>
    OutOfCredit,

    /// <summary>The host's certificate is expired or not trusted.</summary>
    Certificate,
}

/// <summary>What follows from a fault.</summary>
internal static class FaultKinds
{
    /// <summary>Whether the same request may be answered when it is sent again.</summary>
    public static bool IsPassing(this FaultKind kind) => kind is FaultKind.RateLimited or FaultKind.Overloaded or FaultKind.ServerError or FaultKind.TimedOut
        or FaultKind.Conflict or FaultKind.ConnectionLost or FaultKind.Unreadable or FaultKind.Unreachable;

    /// <summary>Whether every other request to the deployment would fail the same way.</summary>
    public static bool IsFinal(this FaultKind kind) => kind is FaultKind.KeyRefused or FaultKind.NotAllowed or FaultKind.NotFound or FaultKind.OutOfCredit
        or FaultKind.Certificate or FaultKind.SettingRefused;

    /// <summary>Whether fewer calls at a time would help.</summary>
    public static bool IsCrowded(this FaultKind kind) => kind is FaultKind.RateLimited or FaultKind.Overloaded;
}
