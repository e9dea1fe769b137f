using LayerEvals.Answering;
using LayerEvals.Faults;
using LayerEvals.Models.Vendors;
using Microsoft.Extensions.AI;

namespace LayerEvals.Models.Tests.Vendors;

/// <summary>A vendor on loopback and the client that a configuration of it has.</summary>
internal sealed class Vendor(FaultServer server) : IAsyncDisposable
{
    public const string PlantedKey = "sk-planted-0123456789abcdef";

    public FaultServer Server => server;

    /// <summary>The provider that is asked: <c>openai</c> or <c>anthropic</c>.</summary>
    public string Provider { get; init; } = "openai";

    public static async Task<Vendor> StartAsync(Func<Seen, Fault> fault, string provider = "openai") =>
        new(await FaultServer.StartAsync(SystemClock, new FaultScript { Fault = fault })) { Provider = provider };

    public static Task<Vendor> StartAsync(Fault fault = Fault.None, string provider = "openai") => StartAsync(_ => fault, provider);

    /// <summary>The configuration, its variables already read.</summary>
    public ModelConfiguration Configuration(Sampling? sampling = null) => new()
    {
        Name = "pinned",
        Provider = Provider,
        Model = Provider == "anthropic" ? "claude-sonnet-4-20250514" : "gpt-4o-2024-08-06",
        KeyWritten = "${VENDOR_KEY}",
        Sampling = sampling ?? new Sampling(),
        Access = new Access(Provider == "anthropic" ? server.Address : $"{server.Address}/v1", new Secret(PlantedKey), new Dictionary<string, Secret>()) { Hidden = [new Secret(PlantedKey)] },
    };

    public IChatClient Client(ModelConfiguration? model = null) => VendorClients.For(model ?? Configuration())!;

    public Task<ChatResponse> AskAsync(string question, ChatOptions? options = null) =>
        Client().GetResponseAsync([new ChatMessage(ChatRole.User, question)], options, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    // Nothing here waits for it; the server only asks it for the time.
#pragma warning disable RS0030
    static TimeProvider SystemClock => TimeProvider.System;
#pragma warning restore RS0030
}
