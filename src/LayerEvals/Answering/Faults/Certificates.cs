using System.Security.Authentication;

namespace LayerEvals.Answering.Faults;

/// <summary>Says what is wrong with a host's certificate, from what the runtime says.</summary>
internal static class Certificates
{
    public static string Why(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException!)
        {
            if (e is not AuthenticationException) continue;
            // The runtime has no type for it: the words are those of X509ChainStatusFlags and SslPolicyErrors.
            if (e.Message.Contains("NotTimeValid", StringComparison.Ordinal)) return "it is expired, or not yet valid";
            if (e.Message.Contains("RemoteCertificateNameMismatch", StringComparison.Ordinal)) return "it is for another name";
            if (e.Message.Contains("UntrustedRoot", StringComparison.Ordinal) || e.Message.Contains("PartialChain", StringComparison.Ordinal)) return "nobody whom this machine trusts signed it";
        }
        return "no secure connection came about";
    }
}
