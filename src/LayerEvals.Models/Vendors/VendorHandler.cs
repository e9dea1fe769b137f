using System.Text.Json;
using LayerEvals.Answering;
using LayerEvals.Answering.Faults;
using LayerEvals.Answering.Limiting;

namespace LayerEvals.Models.Vendors;

/// <summary>
/// Between a vendor's SDK and the network: sends the configuration's headers, reads the whole body within the attempt's time, and tells faults apart before the SDK
/// makes an exception of its own kind of them.
/// </summary>
internal sealed class VendorHandler(HttpMessageHandler network, Access access, LastLimits heard) : DelegatingHandler(network)
{
    // The largest answers of today are below a megabyte; what is a hundred times that is no answer.
    const long LargestBody = 100_000_000;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in access.Headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value.Reveal());
        }
        // A server without keys is sent none: the SDK cannot be made without one.
        if (access.Key is null && request.Headers.Authorization?.Parameter == VendorClients.NoKey) request.Headers.Authorization = null;

        var response = await WholeAsync(request, cancellationToken);
        var headers = new LimitHeaders(name => response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null);
        if (response.IsSuccessStatusCode)
        {
            heard.Hear(headers.Limits);
            // The content's own stream, which the SDK reads again: it stays open.
            var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            if (WhyUnreadable(body, response) is { } why) throw new VendorFault(FaultKind.Unreadable, FaultText.Of(FaultKind.Unreadable, why)) { Limits = headers.Limits };
            body.Position = 0;
            return response;
        }
        var error = ErrorBody.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        throw ErrorResponse.Fault((int)response.StatusCode, error, headers, access);
    }

    async Task<HttpResponseMessage> WholeAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            var response = await base.SendAsync(request, cancellation);
            await response.Content.LoadIntoBufferAsync(LargestBody, cancellation);
            return response;
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new VendorFault(FaultKind.Unreadable, FaultText.Of(FaultKind.Unreadable, $"it is longer than {LargestBody / 1_000_000} MB"), e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException && VendorFault.Of(e) is not null)
        {
            throw VendorFault.Of(e)!; // the filter asked
        }
    }

    // A gateway's page, or JSON that was cut off: the SDKs would say it in their own ways, or not at all.
    static string? WhyUnreadable(Stream body, HttpResponseMessage response)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? null : "it is no JSON object";
        }
        catch (JsonException)
        {
            var type = response.Content.Headers.ContentType?.MediaType;
            return type is null or "application/json" ? "its JSON is broken or cut off" : $"it is {type}, not JSON";
        }
    }
}
