using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Anthropic.Core;
using Azure.Identity;
using LayerEvals.Answering;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace LayerEvals.Models.Vendors;

/// <summary>Makes the clients of the vendors through their own SDKs, the SDKs' retries, time limits and spans switched off: LayerEvals has its own.</summary>
internal static class VendorClients
{
    /// <summary>What stands where the SDK demands a key and the server has none.</summary>
    public const string NoKey = "no-key";

    /// <summary>Anthropic demands a limit; this one is sent where the configuration has none.</summary>
    public const int AnthropicMaxTokens = 4096;

    // Microsoft, Azure OpenAI v1 API: the scope of tokens for it.
    const string AzureScope = "https://ai.azure.com/.default";

    /// <summary>The client of a configuration; null for a provider that is no vendor.</summary>
    /// <exception cref="ArgumentException">The configuration cannot be asked as it stands.</exception>
    public static IChatClient? For(ModelConfiguration model, HttpMessageHandler? network = null)
    {
        if (model.Provider is not ("openai" or "azure-openai" or "openai-compatible" or "anthropic")) return null;
        var rule = RequestRule.Of(model.Provider, model.Model);
        if (rule.Refused(model.Sampling) is { Count: > 0 } refused)
            throw new ArgumentException($"{model.Model} takes no {string.Join(" and no ", refused.Select(r => $"`{r}`"))} (take it out of `sampling`)", nameof(model));
        if (Missing(model) is { } missing) throw new ArgumentException($"provider: {model.Provider} needs {missing}", nameof(model));
        var heard = new LastLimits();
        // Answered by the attempt's own time limit; the pool follows changed addresses.
        var http = new HttpClient(new VendorHandler(network ?? new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, model.Access, heard)) { Timeout = Timeout.InfiniteTimeSpan };
        var client = model.Provider == "anthropic" ? new AnthropicSampling(Anthropic(model, http)) : (IChatClient)new ChatCompletions(OpenAI(model, http), rule);
        return new VendorClient(client, heard, model.Access);
    }

    static string? Missing(ModelConfiguration model) => model switch
    {
        { Provider: "openai" or "anthropic", Access.Key: null } => "`key: ${NAME}`, with the environment variable that holds it",
        { Provider: "openai-compatible", Access.Endpoint: null } => "`endpoint`, with the server's base address, such as http://localhost:8000/v1",
        { Provider: "azure-openai", Access.Endpoint: null } => "`endpoint`, such as https://YOUR-RESOURCE.openai.azure.com",
        { Provider: "azure-openai", Deployment: null } => "`deployment`, with the name of the deployment",
        _ => null,
    };

    static ChatClient OpenAI(ModelConfiguration model, HttpClient http)
    {
        var options = new OpenAIClientOptions { Transport = new HttpClientPipelineTransport(http), RetryPolicy = new ClientRetryPolicy(maxRetries: 0), NetworkTimeout = Timeout.InfiniteTimeSpan };
        if (model.Access.Endpoint is { } endpoint) options.Endpoint = Address(model.Provider == "azure-openai" ? WithVersion(endpoint) : endpoint);
        var name = model.Deployment ?? model.Model;
        if (model.Access.Key is { } key) return new ChatClient(name, new ApiKeyCredential(key.Reveal()), options);
        if (model.Provider != "azure-openai") return new ChatClient(name, new ApiKeyCredential(NoKey), options);
#pragma warning disable OPENAI001 // The only way of this SDK to sign in without a key; Microsoft's own samples use it.
        return new ChatClient(name, new BearerTokenPolicy(new DefaultAzureCredential(), AzureScope), options);
#pragma warning restore OPENAI001
    }

    static IChatClient Anthropic(ModelConfiguration model, HttpClient http) => new AnthropicClient(new ClientOptions
    {
        HttpClient = http,
        ApiKey = model.Access.Key?.Reveal(),
        BaseUrl = model.Access.Endpoint is { } endpoint ? Address(endpoint).ToString().TrimEnd('/') : EnvironmentUrl.Production,
        MaxRetries = 0,
        Timeout = TimeSpan.FromDays(1),
        OpenTelemetry = false,
    }).AsIChatClient(model.Model, AnthropicMaxTokens);

    // The resource's own address is what the portal shows.
    static string WithVersion(string endpoint) => endpoint.Contains("/openai", StringComparison.OrdinalIgnoreCase) ? endpoint : $"{endpoint.TrimEnd('/')}/openai/v1";

    // Not shown: it may come from a variable.
    static Uri Address(string endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        ? uri
        : throw new ArgumentException("its `endpoint` is no http or https address", nameof(endpoint));
}
