using Microsoft.Extensions.AI;
using Polly;

namespace LayerEvals.Answering.Faults;

/// <summary>Ends an attempt that takes too long, and makes a fault of whatever a client throws for one.</summary>
internal sealed class AttemptLimitClient(IChatClient inner, TimeSpan timeout, TimeProvider time) : DelegatingChatClient(inner)
{
    readonly ResiliencePipeline limit = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(timeout).Build();

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            // A client that does not listen to its token ends at the limit all the same.
            return await limit.ExecuteAsync(static async (asked, token) => await asked.Inner.GetResponseAsync(asked.Messages, asked.Options, token).WaitAsync(token), (Inner: InnerClient, Messages: messages, Options: options), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is not VendorFault)
        {
            throw VendorFault.Of(e) ?? e;
        }
    }
}
