using LayerEvals.Answering.Limiting;
using LayerEvals.Models.Vendors;

namespace LayerEvals.Models.Tests.Vendors;

public sealed class LimitHeadersTests
{
    const string Sent = "Tue, 01 Sep 2026 12:00:00 GMT";

    [Theory]
    [InlineData("Retry-After", "7", 7.0)]
    [InlineData("Retry-After", "0.5", 0.5)]
    [InlineData("retry-after-ms", "250", 0.25)]
    [InlineData("Retry-After", "Tue, 01 Sep 2026 12:01:30 GMT", 90.0)]
    [InlineData("Retry-After", "Tue, 01 Sep 2026 11:00:00 GMT", 0.0)]
    public void The_vendor_says_how_long_to_wait(string name, string value, double seconds) =>
        Headers((name, value), ("Date", Sent)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("soon")]
    [InlineData("-3")]
    [InlineData("")]
    [InlineData("NaN")]
    public void What_is_no_length_of_time_is_none(string value) => Headers(("Retry-After", value), ("Date", Sent)).RetryAfter.ShouldBeNull();

    [Fact]
    public void A_date_without_the_vendors_own_clock_says_nothing() => Headers(("Retry-After", "Tue, 01 Sep 2026 12:01:30 GMT")).RetryAfter.ShouldBeNull();

    [Fact]
    public void Milliseconds_are_more_exact_than_seconds() => Headers(("Retry-After", "1"), ("retry-after-ms", "120")).RetryAfter.ShouldBe(TimeSpan.FromMilliseconds(120));

    [Theory]
    [InlineData("6m0s", 360.0)]
    [InlineData("1h2m3s", 3723.0)]
    [InlineData("1.5s", 1.5)]
    [InlineData("120ms", 0.12)]
    [InlineData("20", 20.0)]
    public void What_is_left_is_read_as_OpenAI_and_Azure_write_it(string reset, double seconds) =>
        Headers(("x-ratelimit-remaining-requests", "59"), ("x-ratelimit-reset-requests", reset)).Limits.ShouldBe(new VendorLimits(new Remaining(59, TimeSpan.FromSeconds(seconds)), null));

    [Fact]
    public void What_is_left_is_read_as_Anthropic_writes_it() =>
        Headers(("anthropic-ratelimit-tokens-remaining", "8000"), ("anthropic-ratelimit-tokens-reset", "2026-09-01T12:00:05Z"), ("Date", Sent)).Limits.ShouldBe(new VendorLimits(null, new Remaining(8000, TimeSpan.FromSeconds(5))));

    [Fact]
    public void A_response_without_such_headers_says_nothing() => Headers(("x-ratelimit-remaining-requests", "59")).Limits.ShouldBeNull();

    static LimitHeaders Headers(params (string Name, string Value)[] headers) =>
        new(name => headers.Where(h => string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).FirstOrDefault());
}
