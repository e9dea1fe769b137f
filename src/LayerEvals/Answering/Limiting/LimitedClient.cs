using LayerEvals.Answering.Faults;
using LayerEvals.Answering.Spending;
using Microsoft.Extensions.AI;

namespace LayerEvals.Answering.Limiting;

/// <summary>Asks when the limits of the deployment allow, and tells them what the vendor said.</summary>
internal sealed class LimitedClient(IChatClient inner, AdmissionQueue queue, TimeSpan longestHold) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var call = new EndedCall(await queue.EnterAsync(Expected(sent, options), cancellationToken));
        try
        {
            var response = await base.GetResponseAsync(sent, options, cancellationToken);
            call = call with { IsAnswered = true, TokensUsed = response.Usage?.TotalTokenCount, Limits = response.AdditionalProperties?.GetValueOrDefault(VendorLimits.Property) as VendorLimits };
            return response;
        }
        catch (VendorFault fault)
        {
            var hold = fault.Kind == FaultKind.RateLimited && fault.RetryAfter <= longestHold ? fault.RetryAfter : null;
            call = call with { IsCrowded = fault.Kind.IsCrowded(), Limits = fault.Limits, Hold = hold };
            throw;
        }
        finally
        {
            queue.Exit(call);
        }
    }

    // Vendors count what may come, not what comes, when they let a request in.
    static long Expected(IReadOnlyList<ChatMessage> sent, ChatOptions? options) =>
        (long)(sent.Sum(m => m.Text.Length) / Tokens.CharactersOfToken) + (options?.MaxOutputTokens ?? Tokens.OfAnswer);
}
