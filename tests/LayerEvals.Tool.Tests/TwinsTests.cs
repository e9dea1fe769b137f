using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class TwinsTests
{
    [Fact]
    public async Task Twins_are_written_for_review_and_never_written_over_silently()
    {
        using var folder = new TempFolder();
        folder.Write("policy.md", "# Policy\n\n## C-1 Time\n\nYou have 30 days.\n\n## C-2 Money\n\nIt is 40 EUR.\n");
        folder.Write("desk.yaml", """
            id: desk
            layer: retrieval
            documents: [policy.md]
            checks: [not-found]
            cases:
              - {id: time, input: How long?, sources: [C-1, C-2], answerable: true, expect: 30 days}
              - {id: alone, input: How long?, sources: [C-1], answerable: true, expect: 30 days}
            """);
        using var output = new StringWriter();
        var host = new ToolHost(new Terminal(output, output), new StandingClock(), folder.Path);

        var first = await CommandLine.InvokeAsync(["twins", "desk.yaml"], host, TestContext.Current.CancellationToken);
        var written = File.ReadAllText(folder.At("twins/desk.yaml"));
        File.WriteAllText(folder.At("twins/desk.yaml"), "reviewed");
        var second = await CommandLine.InvokeAsync(["twins", "desk.yaml"], host, TestContext.Current.CancellationToken);
        var kept = File.ReadAllText(folder.At("twins/desk.yaml"));
        var third = await CommandLine.InvokeAsync(["twins", "desk.yaml", "--overwrite"], host, TestContext.Current.CancellationToken);

        (first, second, third).ShouldBe((ExitCode.Pass, ExitCode.BadInput, ExitCode.Pass));
        kept.ShouldBe("reviewed");
        File.ReadAllText(folder.At("twins/desk.yaml")).ShouldBe(written);
        Approve.Text(output.ToString());
    }
}
