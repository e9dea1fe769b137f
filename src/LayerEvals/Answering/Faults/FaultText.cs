using LayerEvals.Diagnostics;

namespace LayerEvals.Answering.Faults;

/// <summary>The message of each fault: what happened, the vendor's own words, and what to do.</summary>
internal static class FaultText
{
    /// <summary>The message.</summary>
    /// <param name="kind">The fault.</param>
    /// <param name="words">The status and the vendor's words, scrubbed; they are shown short and on one line.</param>
    public static string Of(FaultKind kind, string words = "")
    {
        var said = words.Length == 0 ? "" : $" ({Printable.Short(words, 300)})";
        return $"{What(kind)}{said}; {Advice(kind)}";
    }

    public static string TimedOut(TimeSpan timeout) => $"no answer within {Numerals.Plain(timeout.TotalSeconds)} s; {Advice(FaultKind.TimedOut)}";

    static string What(FaultKind kind) => kind switch
    {
        FaultKind.RateLimited => "too many requests or tokens for the vendor's limit",
        FaultKind.Overloaded => "the vendor is overloaded",
        FaultKind.ServerError => "the vendor has a fault of its own",
        FaultKind.TimedOut => "the vendor took too long",
        FaultKind.Conflict => "the vendor reports a conflict",
        FaultKind.ConnectionLost => "the connection broke before the answer was whole",
        FaultKind.Unreadable => "the answer cannot be read",
        FaultKind.Unreachable => "the vendor's host cannot be reached",
        FaultKind.BadRequest => "the vendor does not take this request",
        FaultKind.PromptFiltered => "the vendor's content filter refused the prompt",
        FaultKind.SettingRefused => "the model refuses a setting",
        FaultKind.KeyRefused => "the vendor refuses the key",
        FaultKind.NotAllowed => "the key may not do this",
        FaultKind.NotFound => "the vendor knows no such model, deployment or address",
        FaultKind.OutOfCredit => "the vendor's account is out of credit or quota",
        FaultKind.Certificate => "the host's certificate is not accepted",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "expected a fault"),
    };

    static string Advice(FaultKind kind) => kind switch
    {
        FaultKind.RateLimited => "write the limit of the account under `limits` (requests-per-minute, tokens-per-minute)",
        FaultKind.Overloaded or FaultKind.ServerError or FaultKind.Conflict => "see the vendor's status page; resuming the run asks again",
        FaultKind.TimedOut => "raise `limits.timeout` if the model needs longer",
        FaultKind.ConnectionLost => "see the network between here and the vendor; resuming the run asks again",
        FaultKind.Unreadable => "see whether `endpoint` is the vendor's own, or a gateway that changes answers",
        FaultKind.Unreachable => "correct `endpoint`, or the network and proxy settings of this machine",
        FaultKind.BadRequest => "see what the vendor says of it, and correct the case, its schema or `sampling`",
        FaultKind.PromptFiltered => "no answer can come: change the case, or ask the vendor for another filter on this deployment",
        FaultKind.SettingRefused => "take the setting out of `sampling`, or name another model",
        FaultKind.KeyRefused => "put a valid key of this vendor into the variable that `key` names",
        FaultKind.NotAllowed => "give the key, or the identity that signs in, the right to use this model, or use another one",
        FaultKind.NotFound => "correct `model`, `deployment` or `endpoint`",
        FaultKind.OutOfCredit => "add credit or raise the quota with the vendor",
        FaultKind.Certificate => "renew or trust the host's certificate, or set this machine's clock",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "expected a fault"),
    };
}
