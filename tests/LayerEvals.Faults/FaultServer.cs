using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LayerEvals.Faults;

/// <summary>A vendor on loopback, in the shapes of OpenAI and of Anthropic, that fails by a script and counts.</summary>
public sealed class FaultServer : IAsyncDisposable
{
    readonly WebApplication app;
    readonly TimeProvider time;
    readonly ConcurrentDictionary<string, int> bodies = new(StringComparer.Ordinal);
    readonly Lock gate = new();
    readonly Counts counts = new();
    DateTimeOffset windowStart;
    int inWindow;

    FaultServer(WebApplication app, TimeProvider time) => (this.app, this.time) = (app, time);

    /// <summary>What it does with requests; can be changed while it runs.</summary>
    public FaultScript Script { get; set; } = new();

    /// <summary>The address, <c>http://127.0.0.1:PORT</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What was counted so far.</summary>
    public Counts Counts => counts;

    /// <summary>Starts a server on a free port.</summary>
    /// <param name="time">The clock of latencies and windows.</param>
    /// <param name="script">What it does.</param>
    /// <param name="certificate">What HTTPS is spoken with; null for plain HTTP.</param>
    public static async Task<FaultServer> StartAsync(TimeProvider time, FaultScript? script = null, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (certificate is not null) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null) listen.UseHttps(certificate);
        }));
        var built = builder.Build();
        var server = new FaultServer(built, time) { Script = script ?? new() };
        built.Run(server.AnswerAsync);
        await built.StartAsync();
        server.Address = built.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
    }

    async Task AnswerAsync(HttpContext context)
    {
        counts.Enter();
        try
        {
            var shape = context.Request.Path.Value!.EndsWith("/messages", StringComparison.Ordinal) ? VendorShape.Anthropic : VendorShape.OpenAI;
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            var seen = See(body, context.Request.Headers);
            var fault = Admit(context) ? Script.Fault(seen) : Fault.TooManyWithSeconds;
            counts.Count(seen, fault);
            if (Script.Latency > TimeSpan.Zero) await Task.Delay(Script.Latency, time, context.RequestAborted);
            await FaultResponse.WriteAsync(context, new Reply(seen, fault, shape, Script), counts);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or Microsoft.AspNetCore.Connections.ConnectionAbortedException)
        {
            // The caller went away, as it does from one that hangs.
        }
        finally
        {
            counts.Leave();
        }
    }

    Seen See(string body, IHeaderDictionary headers)
    {
        using var json = JsonDocument.Parse(body);
        var last = json.RootElement.GetProperty("messages").EnumerateArray().Last(m => m.GetProperty("role").GetString() == "user").GetProperty("content");
        var question = last.ValueKind == JsonValueKind.String ? last.GetString()! : string.Concat(last.EnumerateArray().Select(part => part.TryGetProperty("text", out var text) ? text.GetString() : "")); // a result of a tool has none
        var key = headers.Authorization.ToString() is { Length: > 0 } bearer ? bearer["Bearer ".Length..] : headers["x-api-key"].ToString();
        return new Seen(counts.Number(), bodies.AddOrUpdate(body, 1, (_, times) => times + 1), body, question, json.RootElement.GetProperty("model").GetString()!, key);
    }

    bool Admit(HttpContext context)
    {
        if (Script.MostInWindow is not { } most) return true;
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (now - windowStart >= Script.Window) (windowStart, inWindow) = (now, 0);
            var isIn = inWindow < most;
            if (isIn) inWindow++;
            if (Script.SaysLimits)
            {
                context.Response.Headers["x-ratelimit-remaining-requests"] = $"{most - inWindow}";
                context.Response.Headers["x-ratelimit-reset-requests"] = $"{(int)Math.Ceiling((windowStart + Script.Window - now).TotalMilliseconds)}ms";
            }
            return isIn;
        }
    }
}

/// <summary>The vendor whose shape a request has.</summary>
internal enum VendorShape
{
    OpenAI,
    Anthropic,
}

/// <summary>What is to be said to a request.</summary>
internal sealed record Reply(Seen Seen, Fault Fault, VendorShape Shape, FaultScript Script);
