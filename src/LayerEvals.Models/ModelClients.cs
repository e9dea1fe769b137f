using LayerEvals.Answering;
using LayerEvals.Models;
using LayerEvals.Models.Vendors;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace LayerEvals;

/// <summary>Makes the clients of the providers that this package has.</summary>
public static class ModelClients
{
    /// <summary>The client of a configuration; null for a provider that this version does not have.</summary>
    /// <param name="model">The configuration; of <c>provider: embedded</c> it names a version of the embedded reader as its model.</param>
    /// <exception cref="ArgumentException">The provider has no such model, or the configuration cannot be asked as it stands.</exception>
    public static IChatClient? For(ModelConfiguration model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Provider == "embedded" ? new EmbeddedReader(model.Model, model.Sampling.Seed ?? 0) : VendorClients.For(model);
    }

    /// <summary>
    /// A client over the OpenAI SDK's own, for those who make theirs themselves: <c>new ChatClient(…)</c>, or <c>azureClient.GetChatClient("deployment")</c> of
    /// Azure.AI.OpenAI. Switch its retries off: LayerEvals retries, and counts what it retries.
    /// </summary>
    /// <param name="client">The client of one model or deployment.</param>
    public static IChatClient For(ChatClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return Told(new ChatCompletions(client, RequestRule.Of("openai", "")));
    }

    /// <summary>The same client, whose exceptions are told apart as those of the package's own clients are: what passes is asked again, what does not stops the run.</summary>
    /// <param name="client">A client of the OpenAI or Anthropic SDK, or of a package over them.</param>
    public static IChatClient Told(IChatClient client) => new VendorClient(client, new LastLimits(), Access.None);
}
