using System.Text;
using LayerEvals.Reading;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Reading;

public sealed class LineFileTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "0:a cut")]
    [InlineData("a\n", "0:a")]
    [InlineData("a\n\nbc\nd", "0:a|2:|3:bc|6:d cut")]
    public void Lines_are_read_with_their_places(string text, string expected)
    {
        using var folder = new TempFolder();

        var lines = LineFile.Read(folder.Write("lines", text)).Select(l => $"{l.Offset}:{Encoding.UTF8.GetString(l.Text.Span)}{(l.IsWhole ? "" : " cut")}");

        string.Join('|', lines).ShouldBe(expected);
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(300_000)]
    public void A_line_longer_than_the_buffer_is_read_whole(int length)
    {
        using var folder = new TempFolder();
        string[] lines = ["short", new string('x', length), new string('y', length / 2), "end"];
        var path = folder.Write("lines", string.Join('\n', lines) + "\n");

        LineFile.Read(path).Select(l => (Encoding.UTF8.GetString(l.Text.Span), l.Number, l.Length)).ToList()
            .ShouldBe([.. lines.Select((l, i) => (l, i + 1, l.Length + 1))]);
    }
}
