using LayerEvals.Models;
using Microsoft.Extensions.AI;

namespace LayerEvals;

/// <summary>Makes the clients of the providers that this package has.</summary>
public static class ModelClients
{
    /// <summary>The client of a configuration; null for a provider that this version does not have.</summary>
    /// <param name="model">The configuration; of <c>provider: embedded</c> it names a version of the embedded reader as its model.</param>
    /// <exception cref="ArgumentException">The provider has no such model.</exception>
    public static IChatClient? For(ModelConfiguration model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Provider == "embedded" ? new EmbeddedReader(model.Model, model.Sampling.Seed ?? 0) : null;
    }
}
