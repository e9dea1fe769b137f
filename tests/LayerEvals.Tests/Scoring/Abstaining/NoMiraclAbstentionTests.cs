using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using LayerEvals.Scoring;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Scoring.Abstaining;

/// <summary>
/// The recorded outputs of four models on NoMIRACL, which were told to say "Yes, answer is present" or "I don't know". An output that holds the second and not the
/// first abstains; one that holds both contradicts itself, and has answered.
/// </summary>
public sealed class NoMiraclAbstentionTests(ITestOutputHelper output)
{
    const string Sentinel = "I don't know";
    const string Present = "Yes, answer is present";

    [Fact]
    public void At_least_99_of_100_outputs_are_read_as_the_sentinel_says()
    {
        var golden = Scored.Case($"- not-found: \"{Sentinel}\"", answerable: false);
        var cells = new Dictionary<(string Model, bool Sentinel, bool Read), int>();
        var misses = new StringBuilder();

        foreach (var (model, text) in Outputs())
        {
            var expected = text.Contains(Sentinel, StringComparison.Ordinal) && !text.Contains(Present, StringComparison.Ordinal);
            var abstained = new Subject(golden, Scored.Answered(text), text).Abstained;
            cells[(model, expected, abstained)] = cells.GetValueOrDefault((model, expected, abstained)) + 1;
            if (expected != abstained) misses.Append(CultureInfo.InvariantCulture, $"{model}: {(expected ? "abstains" : "answers")}, read otherwise: {text.ReplaceLineEndings(" ")}\n");
        }

        output.WriteLine(Table(cells));
        output.WriteLine(misses.ToString());
        var right = cells.Where(c => c.Key.Sentinel == c.Key.Read).Sum(c => c.Value);
        cells.Values.Sum().ShouldBe(2_000);
        ((double)right / 2_000).ShouldBeGreaterThanOrEqualTo(0.99);
    }

    static string Table(Dictionary<(string Model, bool Sentinel, bool Read), int> cells)
    {
        var table = new StringBuilder("model                      sentinel: read so / missed   none: read so / wrongly read as one\n");
        foreach (var model in cells.Keys.Select(c => c.Model).Distinct().Order(StringComparer.Ordinal))
            table.Append(CultureInfo.InvariantCulture, $"{model,-26} {Of(model, true, true),17} / {Of(model, true, false),-6} {Of(model, false, false),13} / {Of(model, false, true)}\n");
        return table.ToString();

        int Of(string model, bool sentinel, bool read) => cells.GetValueOrDefault((model, sentinel, read));
    }

    static IEnumerable<(string Model, string Text)> Outputs()
    {
        foreach (var name in new[] { "relevant", "non_relevant" })
        {
            using var file = File.OpenRead(Repository.Shared("nomiracl", name + ".en.jsonl.gz"));
            using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
            while (text.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                foreach (var result in json.RootElement.GetProperty("results").EnumerateObject()) yield return (result.Name, result.Value.GetString()!);
            }
        }
    }
}
