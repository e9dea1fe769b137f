using Microsoft.Extensions.AI;
using Polly;

namespace LayerEvals.Answering.Faults;

/// <summary>Asks again after faults that pass, keeps the history of attempts, and stops the run where no attempt can succeed.</summary>
internal sealed class RetryingClient(IChatClient inner, Deployment deployment, Probes? probes, Retries retries) : DelegatingChatClient(inner)
{
    readonly ResiliencePipeline<ChatResponse> pipeline = retries.Pipeline();

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        deployment.ThrowIfStopped();
        using var probe = probes is null ? null : await probes.EnterAsync(deployment, cancellationToken);
        // Sent several times: enumerated once.
        var turn = new Turn([.. messages], options, probe);
        try
        {
            return await pipeline.ExecuteAsync(static async (state, token) => await state.Client.AttemptAsync(state.Turn, token), (Client: this, Turn: turn), cancellationToken);
        }
        catch (VendorFault fault)
        {
            throw deployment.GivenUp(fault);
        }
        finally
        {
            probe?.HasEnded = !cancellationToken.IsCancellationRequested;
        }
    }

    async ValueTask<ChatResponse> AttemptAsync(Turn turn, CancellationToken cancellation)
    {
        deployment.ThrowIfStopped();
        try
        {
            var response = await base.GetResponseAsync(turn.Messages, turn.Options, cancellation);
            deployment.Answered();
            return response;
        }
        catch (VendorFault fault)
        {
            if (turn.Options is AskedOptions asked) asked.Failures.Add(new FailedAttempt(retries.Time.GetElapsedTime(asked.Started).TotalMilliseconds, fault.Message));
            throw deployment.Failed(fault, turn.Probe);
        }
    }

    sealed record Turn(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, Probes.Probe? Probe);
}
