using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LayerEvals.Faults;

/// <summary>Writes what a script says.</summary>
internal static class FaultResponse
{
    const int TenMegabytes = 10_000_000;

    public static Task WriteAsync(HttpContext context, Reply reply, Counts counts) => reply.Fault switch
    {
        Fault.TooMany => RefuseAsync(context, reply, 429, "rate_limit_exceeded"),
        Fault.TooManyWithSeconds => LaterAsync(context, reply, "Retry-After", ((int)Math.Ceiling(reply.Script.RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture)),
        Fault.TooManyWithDate => DatedAsync(context, reply),
        Fault.TooManyWithMilliseconds => LaterAsync(context, reply, "retry-after-ms", ((int)reply.Script.RetryAfter.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)),
        Fault.ServerError => RefuseAsync(context, reply, 500, "server_error"),
        Fault.BadGateway => PageAsync(context, 502),
        Fault.Unavailable => RefuseAsync(context, reply, 503, "service_unavailable"),
        Fault.Overloaded => RefuseAsync(context, reply, 529, "overloaded_error"),
        Fault.RequestTimeout => RefuseAsync(context, reply, 408, "timeout"),
        Fault.Conflict => RefuseAsync(context, reply, 409, "conflict"),
        Fault.Hang => Task.Delay(Timeout.Infinite, context.RequestAborted),
        Fault.SlowBody => HalfAsync(context, reply, then: stop => Task.Delay(Timeout.Infinite, stop)),
        Fault.Reset => AbortAsync(context),
        Fault.Truncated => HalfAsync(context, reply, then: _ => AbortAsync(context)),
        Fault.CutJson => JsonAsync(context, 200, Answer.Of(reply)[..^20]),
        Fault.NoJson => JsonAsync(context, 200, "Of course! Here is your answer."),
        Fault.OtherShape => JsonAsync(context, 200, """{"status":"ok","result":[1,2,3]}"""),
        Fault.Page => PageAsync(context, 200),
        Fault.FilteredPrompt => RefuseAsync(context, reply, 400, "content_filter"),
        Fault.BadRequest => RefuseAsync(context, reply, 400, "invalid_request_error"),
        Fault.SettingRefused => RefuseAsync(context, reply, 400, "unsupported_parameter"),
        Fault.KeyRefused => RefuseAsync(context, reply, 401, "invalid_api_key"),
        Fault.NotAllowed => RefuseAsync(context, reply, 403, "permission_error"),
        Fault.NotFound => RefuseAsync(context, reply, 404, "model_not_found"),
        Fault.OutOfCredit => RefuseAsync(context, reply, 429, "insufficient_quota"),
        Fault.Huge => AnswerAsync(context, reply, counts, new string('x', TenMegabytes)),
        _ => AnswerAsync(context, reply, counts),
    };

    static Task AnswerAsync(HttpContext context, Reply reply, Counts counts, string? text = null)
    {
        counts.Charge(Answer.InputTokens + Answer.OutputTokens);
        return JsonAsync(context, 200, Answer.Of(reply, text));
    }

    // As vendors do, it repeats the key that it was given and names the organisation: what a careless client would log.
    static Task RefuseAsync(HttpContext context, Reply reply, int status, string code)
    {
        if (reply.Script.SaysWhen) context.Response.Headers["retry-after-ms"] = ((int)reply.Script.RetryAfter.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        var words = $"{Words(code)} Key {reply.Seen.Key}, organization org-4f9f9d1c2b.";
        return JsonAsync(context, status, reply.Shape == VendorShape.OpenAI
            ? $$$"""{"error":{"message":"{{{words}}}","type":"{{{code}}}","param":null,"code":"{{{code}}}"}}"""
            : $$"""{"type":"error","error":{"type":"{{code}}","message":"{{words}}"},"request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}""");
    }

    static string Words(string code) => code switch
    {
        "rate_limit_exceeded" => "Rate limit reached for requests.",
        "insufficient_quota" => "You exceeded your current quota, please check your plan and billing details.",
        "content_filter" => "The response was filtered due to the prompt triggering the content management policy.",
        "unsupported_parameter" => "Unsupported parameter: 'temperature' is not supported with this model.",
        "invalid_api_key" => "Incorrect API key provided.",
        "permission_error" => "Your key does not have permission to use the specified resource.",
        "model_not_found" => "The model does not exist or you do not have access to it.",
        _ => "Something went wrong.",
    };

    static Task LaterAsync(HttpContext context, Reply reply, string header, string value)
    {
        context.Response.Headers[header] = value;
        return RefuseAsync(context, reply, 429, "rate_limit_exceeded");
    }

    static Task DatedAsync(HttpContext context, Reply reply)
    {
        var now = new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);
        context.Response.Headers.Date = now.ToString("r", CultureInfo.InvariantCulture);
        return LaterAsync(context, reply, "Retry-After", (now + reply.Script.RetryAfter).ToString("r", CultureInfo.InvariantCulture));
    }

    static Task PageAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<html><body>Bad gateway</body></html>", context.RequestAborted);
    }

    static async Task HalfAsync(HttpContext context, Reply reply, Func<CancellationToken, Task> then)
    {
        var body = Encoding.UTF8.GetBytes(Answer.Of(reply));
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await then(context.RequestAborted);
    }

    static Task AbortAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    static Task JsonAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        var body = Encoding.UTF8.GetBytes(json);
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
