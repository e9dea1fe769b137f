using System.ClientModel;
using System.Text.Json;
using Anthropic.Exceptions;
using Azure.Identity;
using LayerEvals.Answering;
using LayerEvals.Answering.Faults;
using LayerEvals.Answering.Limiting;
using Microsoft.Extensions.AI;

namespace LayerEvals.Models.Vendors;

/// <summary>A vendor's client whose exceptions are faults that are told apart, whatever SDK is below.</summary>
internal sealed class VendorClient(IChatClient inner, LastLimits heard, Access access) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var (response, limits) = await heard.DuringAsync(() => base.GetResponseAsync(messages, options, cancellationToken));
            if (limits is not null) (response.AdditionalProperties ??= [])[VendorLimits.Property] = limits;
            return response;
        }
        catch (ClientResultException e) when (e.GetRawResponse() is { } raw)
        {
            var headers = new LimitHeaders(name => raw.Headers.TryGetValue(name, out var value) ? value : null);
            throw ErrorResponse.Fault(raw.Status, ErrorBody.Read(raw.Content.ToArray()), headers, access);
        }
        catch (Exception e) when (e is ClientResultException or AnthropicIOException && e.InnerException is HttpRequestException or IOException)
        {
            throw VendorFault.Of(e.InnerException!) ?? e; // the filter asked
        }
        catch (AnthropicApiException e)
        {
            throw ErrorResponse.Fault((int)e.StatusCode, ErrorBody.Read(System.Text.Encoding.UTF8.GetBytes(e.ResponseBody ?? "")), new LimitHeaders(_ => null), access);
        }
        catch (Exception e) when (e is JsonException or AnthropicInvalidDataException)
        {
            throw new VendorFault(FaultKind.Unreadable, FaultText.Of(FaultKind.Unreadable, "it has not the vendor's shape"), e);
        }
        catch (AuthenticationFailedException e)
        {
            throw new VendorFault(FaultKind.KeyRefused, $"nobody is signed in to Azure ({Printable.Short(access.Scrub(e.Message), 300)}); sign in (`az login`, a managed identity), or write `key`", e);
        }
    }
}
