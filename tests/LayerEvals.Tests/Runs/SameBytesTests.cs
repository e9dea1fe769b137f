using System.Globalization;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

public sealed class SameBytesTests
{
    [Theory]
    [InlineData("tr-TR", 14)]
    [InlineData("de-DE", -11)]
    [InlineData("fa-IR", 3)]
    [InlineData("sv-SE", 0)]
    public async Task Culture_and_time_zone_change_no_byte(string culture, int hours)
    {
        using var here = RunTests.Mixed();
        using var there = new SmallEval(SmallEval.Questions(12)) { Baseline = here.Baseline, Candidate = here.Candidate, Clock = new HandMovedClock(TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(hours), "far", "far")) };
        var expected = await here.RunAsync();
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var result = await there.RunAsync();

            RunFiles.Of(result).ShouldBe(RunFiles.Of(expected));
            File.ReadAllText(Path.Combine(result.Folder, "manifest.json")).ShouldBe(File.ReadAllText(Path.Combine(expected.Folder, "manifest.json")));
            Path.GetFileName(result.Folder).ShouldBe("small-20260901-233000");
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task No_file_of_a_run_holds_a_carriage_return_or_a_path_of_the_machine()
    {
        using var eval = RunTests.Mixed();

        var result = await eval.RunAsync();

        foreach (var file in Directory.GetFiles(result.Folder))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            text.ShouldNotContain("\r");
            text.ShouldNotContain(eval.At(""));
        }
    }
}
