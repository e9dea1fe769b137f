using System.Globalization;
using System.Text;
using System.Text.Json;
using LayerEvals.Scoring;
using LayerEvals.Scoring.Refusing;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Scoring.Refusing;

/// <summary>
/// Answers to everyday questions of a company (claims, staff, products, security, health), written to find what is misread: the counts are no rates. What is misread is in the approved file.
/// Wordings that find more refusals of a benchmark and take more of these for one are no progress.
/// </summary>
public sealed class EverydayAnswersTests(ITestOutputHelper output)
{
    static readonly GoldenCase Golden = Scored.Case("- refusal: required");

    sealed record Line(string Id, string Asked, string Text, bool Refuses);

    [Fact]
    public void What_is_misread_is_what_the_documentation_states()
    {
        var lines = File.ReadLines(Repository.File("tests", "LayerEvals.Tests", "Scoring", "Refusing", "refusal-everyday.jsonl"))
            .Select(json => JsonSerializer.Deserialize<Line>(json, JsonSerializerOptions.Web)!)
            .ToList();
        var read = lines.ToDictionary(l => l.Id, Refuses);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{lines.Count(l => !l.Refuses && read[l.Id])} of {lines.Count(l => !l.Refuses)} answers that help are taken for a refusal\n");
        text.Append(CultureInfo.InvariantCulture, $"{lines.Count(l => l.Refuses && read[l.Id])} of {lines.Count(l => l.Refuses)} refusals are found\n\n");
        foreach (var line in lines.Where(l => read[l.Id] != l.Refuses)) text.Append(CultureInfo.InvariantCulture, $"{line.Id}: {line.Asked}\n  {line.Text}\n");
        output.WriteLine(text.ToString());

        Approve.Text(text.ToString());
    }

    static bool Refuses(Line line)
    {
        IReadOnlyList<GoldenTurn> asked = [new GoldenTurn("user", line.Asked)];
        return RefusalRule.Default.Read(new Subject(Golden with { Messages = asked }, Scored.Answered(line.Text), line.Text)).Refuses;
    }
}
