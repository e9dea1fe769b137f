using LayerEvals.Answering.Recordings;

namespace LayerEvals.Answering;

/// <summary>One asking: a case, a configuration, a sample number, the messages to send, and the schema that is offered for the answer.</summary>
internal sealed record Asking(GoldenCase Golden, ModelConfiguration Model, int Sample, IReadOnlyList<GoldenTurn> Messages, ResponseSchema? Schema = null)
{
    /// <summary>Everything that is sent and the sample number, and nothing else.</summary>
    public Sent Sent { get; } = Sent.Of(Model, Sample, Messages, Schema).With(Golden.Tools);

    /// <summary>Its hash.</summary>
    public string Key => Sent.Key;
}

/// <summary>Asks once and gives what came back, an error included. Only a cancelled <paramref name="cancellation"/> throws.</summary>
internal delegate Task<Answer> Attempt(Asking asking, CancellationToken cancellation);
