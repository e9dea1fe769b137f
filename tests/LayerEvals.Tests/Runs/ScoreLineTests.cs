using System.Text;
using System.Text.Json;
using LayerEvals.Runs;

namespace LayerEvals.Tests.Runs;

public sealed class ScoreLineTests
{
    static readonly Finding Failed = new(Outcome.Failed, "expected a citation", "the fee is \"40\" EUR")
    {
        Parts =
        [
            new FindingPart("resolves", Outcome.Passed),
            new FindingPart("numbers", Outcome.Failed, "40 is in no source") { Span = new TextSpan(11, 2), Claim = new TextSpan(0, 20), Source = "A-1", SourceText = "the fee is 30 EUR" },
        ],
    };

    [Fact]
    public void What_was_written_is_read_back()
    {
        var read = ScoreLine.Read(Line(Failed, ScoreKind.Declared));

        (read.Set, read.Case, read.Configuration, read.Sample, read.Check, read.Layer).ShouldBe(("policy", "fee", "bump", 2, "citations", "retrieval"));
        read.IsRetry.ShouldBeFalse();
        read.Finding.Parts.ShouldBe(Failed.Parts);
        (read.Finding with { Parts = Failed.Parts }).ShouldBe(Failed);
    }

    [Theory]
    [InlineData(ScoreKind.Retry, true)]
    [InlineData(ScoreKind.Code, false)]
    internal void A_retry_is_known_as_one(ScoreKind kind, bool isRetry) => ScoreLine.Read(Line(Finding.Pass, kind)).IsRetry.ShouldBe(isRetry);

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"set":"s","case":"c","configuration":"a","sample":1,"check":"x","layer":"l"}""")]
    [InlineData("""{"set":"s","case":"c","configuration":"a","sample":1,"check":"x","layer":"l","outcome":"Fine"}""")]
    [InlineData("""{"set":"s","case":"c","configuration":"a","sample":"1","check":"x","layer":"l","outcome":"Passed"}""")]
    [InlineData("""{"set":"s","case":"c","configuration":"a","sample":1.5,"check":"x","layer":"l","outcome":"Passed"}""")]
    [InlineData("""{"set":null,"case":"c","configuration":"a","sample":1,"check":"x","layer":"l","outcome":"Passed"}""")]
    [InlineData("""{"set":"\ud800","case":"c","configuration":"a","sample":1,"check":"x","layer":"l","outcome":"Passed"}""")]
    [InlineData("""{"set":"s","case":"c","configuration":"a","sample":1,"check":"x","layer":"l","outcome":"Failed","parts":[{"name":"p"}]}""")]
    [InlineData("""{"set":"s","case":"c","configuration":"a","sample":1,"check":"x","layer":"l","outcome":"Failed","parts":[{"name":"p","outcome":"Failed","span":[1]}]}""")]
    public void A_line_that_no_run_writes_is_refused(string line) =>
        Should.Throw<JsonException>(() => ScoreLine.Read(Encoding.UTF8.GetBytes(line)));

    static byte[] Line(Finding finding, ScoreKind kind)
    {
        using var lines = new ScoreLines();
        lines.Add(new GoldenCase { Set = "policy", Id = "fee" }, new Answer { Case = "policy/fee", Configuration = "bump", Sample = 2 }, ("citations", "retrieval"), finding, kind);
        return lines.Written.ToArray();
    }
}
