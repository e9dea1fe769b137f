using System.Globalization;
using LayerEvals.Answering;
using LayerEvals.Answering.Faults;

namespace LayerEvals.Models.Vendors;

/// <summary>Makes the fault of a response that is a refusal.</summary>
internal static class ErrorResponse
{
    public static VendorFault Fault(int status, ErrorBody error, LimitHeaders headers, Access access)
    {
        var kind = FaultStatus.KindOf(status, error.Codes);
        var number = status.ToString(CultureInfo.InvariantCulture);
        return new VendorFault(kind, FaultText.Of(kind, error.Message.Length == 0 ? number : $"{number}: {access.Scrub(error.Message)}")) { RetryAfter = headers.RetryAfter, Limits = headers.Limits };
    }
}
