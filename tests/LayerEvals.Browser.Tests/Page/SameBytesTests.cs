using System.Globalization;

namespace LayerEvals.Browser.Tests.Page;

public sealed class SameBytesTests(Chromium chromium)
{
    [Theory]
    [InlineData("tr-TR", 14)]
    [InlineData("de-DE", -11)]
    [InlineData("fa-IR", 3)]
    public async Task Culture_and_time_zone_change_no_byte(string culture, int hours)
    {
        var expected = await File.ReadAllTextAsync(chromium.Suite.Sampled, TestContext.Current.CancellationToken);
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var page = await SmallSuite.PageAsync(TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(hours), "far", "far"));

            page.ShouldBe(expected);
            page.ShouldContain("USD");
            page.ShouldContain("Latency of an answer");
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
