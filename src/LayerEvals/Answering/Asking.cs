using System.Globalization;
using LayerEvals.Planning;

namespace LayerEvals.Answering;

/// <summary>One asking: a case, a configuration, a sample number, the messages to send, and the schema that is offered for the answer.</summary>
internal sealed record Asking(GoldenCase Golden, ModelConfiguration Model, int Sample, IReadOnlyList<GoldenTurn> Messages, ResponseSchema? Schema = null)
{
    /// <summary>The hash of everything that is sent and the sample number, and of nothing else. The format has a version.</summary>
    public string Key { get; } = ContentHash.Of(
    [
        "answer-1", Model.Provider, Model.Model, Model.Deployment,
        Text(Model.Sampling.Temperature), Text(Model.Sampling.TopP), Text(Model.Sampling.MaxOutputTokens), Text(Model.Sampling.Seed), Model.Sampling.ResponseFormat,
        Sample.ToString(CultureInfo.InvariantCulture),
        .. Model.Sampling.ResponseFormat == ResponseFormats.Schema ? [Schema?.Hash] : Array.Empty<string?>(),
        .. Messages.SelectMany(m => new[] { m.Role, m.Text }),
    ]);

    static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}

/// <summary>Asks once and gives what came back, an error included. Only a cancelled <paramref name="cancellation"/> throws.</summary>
internal delegate Task<Answer> Attempt(Asking asking, CancellationToken cancellation);
