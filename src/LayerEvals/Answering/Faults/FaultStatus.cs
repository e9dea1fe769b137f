namespace LayerEvals.Answering.Faults;

/// <summary>Tells faults apart by the status of a response and the code in its body.</summary>
internal static class FaultStatus
{
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The vendor's codes and types of the error, in lower case, separated by spaces; empty where it gave none.</param>
    public static FaultKind KindOf(int status, string code) => status switch
    {
        400 or 413 or 422 when Has(code, "content_filter", "content_policy_violation", "responsibleaipolicyviolation") => FaultKind.PromptFiltered,
        400 or 422 when Has(code, "unsupported_parameter", "unsupported_value") => FaultKind.SettingRefused,
        400 or 429 when Has(code, "insufficient_quota", "billing_hard_limit_reached", "billing_error", "credit_balance") => FaultKind.OutOfCredit,
        401 => FaultKind.KeyRefused,
        402 => FaultKind.OutOfCredit,
        403 => FaultKind.NotAllowed,
        404 => FaultKind.NotFound,
        408 => FaultKind.TimedOut,
        409 => FaultKind.Conflict,
        429 => FaultKind.RateLimited,
        503 or 529 => FaultKind.Overloaded,
        >= 500 => FaultKind.ServerError,
        _ => FaultKind.BadRequest,
    };

    static bool Has(string code, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (code.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
