using System.Globalization;
using System.Text;
using LayerEvals.Answering.Faults;
using LayerEvals.Faults;
using LayerEvals.Testing;
using Microsoft.Extensions.AI;

namespace LayerEvals.Models.Tests.Vendors;

public sealed class FaultTests
{
    static readonly Fault[] Refusals =
    [
        Fault.TooMany, Fault.TooManyWithSeconds, Fault.TooManyWithDate, Fault.TooManyWithMilliseconds, Fault.ServerError, Fault.BadGateway, Fault.Unavailable, Fault.Overloaded,
        Fault.RequestTimeout, Fault.Conflict, Fault.Reset, Fault.Truncated, Fault.CutJson, Fault.NoJson, Fault.OtherShape, Fault.Page, Fault.FilteredPrompt, Fault.BadRequest,
        Fault.SettingRefused, Fault.KeyRefused, Fault.NotAllowed, Fault.NotFound, Fault.OutOfCredit,
    ];

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Each_fault_has_its_own_message_that_says_what_to_do(string provider)
    {
        var text = new StringBuilder();
        foreach (var scripted in Refusals)
        {
            await using var vendor = await Vendor.StartAsync(scripted, provider);
            var fault = await Should.ThrowAsync<VendorFault>(vendor.AskAsync("How long?"));
            text.Append(CultureInfo.InvariantCulture, $"{scripted}: {fault.Kind}{(fault.RetryAfter is { } wait ? $", again in {wait.TotalSeconds} s" : "")}\n    {fault.Message}\n");
            fault.ToString().ShouldNotContain(Vendor.PlantedKey);
        }

        Approve.Text(text.ToString(), provider);
    }

    [Fact]
    public async Task A_client_of_the_users_own_is_told_apart_the_same_way()
    {
        await using var vendor = await Vendor.StartAsync(Fault.TooManyWithMilliseconds);
        var options = new OpenAI.OpenAIClientOptions { Endpoint = new Uri($"{vendor.Server.Address}/v1"), RetryPolicy = new System.ClientModel.Primitives.ClientRetryPolicy(0) };
        var client = ModelClients.For(new OpenAI.Chat.ChatClient("gpt-4o-2024-08-06", new System.ClientModel.ApiKeyCredential(Vendor.PlantedKey), options));

        var fault = await Should.ThrowAsync<VendorFault>(client.GetResponseAsync([new ChatMessage(ChatRole.User, "How long?")], cancellationToken: TestContext.Current.CancellationToken));

        (fault.Kind, fault.RetryAfter).ShouldBe((FaultKind.RateLimited, TimeSpan.FromSeconds(1)));
        fault.Message.ShouldNotContain(Vendor.PlantedKey);
    }

    [Fact]
    public async Task A_host_that_takes_no_connection_is_unreachable()
    {
        var vendor = await Vendor.StartAsync();
        await vendor.DisposeAsync();

        var fault = await Should.ThrowAsync<VendorFault>(vendor.AskAsync("How long?"));

        fault.Message.ShouldBe("the vendor's host cannot be reached (it takes no connection); correct `endpoint`, or the network and proxy settings of this machine");
    }
}
