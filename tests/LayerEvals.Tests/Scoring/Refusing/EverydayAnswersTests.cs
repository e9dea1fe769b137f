using System.Globalization;
using System.Text;
using System.Text.Json;
using LayerEvals.Scoring;
using LayerEvals.Scoring.Refusing;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Scoring.Refusing;

/// <summary>
/// Answers to everyday questions of a company (claims, staff, products, security, health). What is misread is in the approved files. Wordings that find more refusals of a benchmark and take more of
/// these for one are no progress.
/// </summary>
public sealed class EverydayAnswersTests(ITestOutputHelper output)
{
    static readonly GoldenCase Golden = Scored.Case("- refusal: required");

    sealed record Line(string Id, string Asked, string Text, bool Refuses);

    // Written to find what is misread, and looked at while the wordings grew: the counts are no rates.
    [Fact]
    public void What_is_misread_is_what_the_documentation_states() => Approve.Text(Report("refusal-everyday.jsonl"));

    // Written after the wordings and never tuned on: a wording that is added for one of its misses takes its worth away.
    [Fact]
    public void What_is_misread_of_held_out_answers_is_what_the_documentation_states() => Approve.Text(Report("refusal-everyday-holdout.jsonl"));

    string Report(string file)
    {
        var lines = File.ReadLines(Repository.File("tests", "LayerEvals.Tests", "Scoring", "Refusing", file)).Select(json => JsonSerializer.Deserialize<Line>(json, JsonSerializerOptions.Web)!).ToList();
        var read = lines.ToDictionary(l => l.Id, Refuses);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{lines.Count(l => !l.Refuses && read[l.Id])} of {lines.Count(l => !l.Refuses)} answers that help are taken for a refusal\n");
        text.Append(CultureInfo.InvariantCulture, $"{lines.Count(l => l.Refuses && read[l.Id])} of {lines.Count(l => l.Refuses)} refusals are found\n\n");
        foreach (var line in lines.Where(l => read[l.Id] != l.Refuses)) text.Append(CultureInfo.InvariantCulture, $"{line.Id}: {line.Asked}\n  {line.Text}\n");
        output.WriteLine(text.ToString());
        return text.ToString();
    }

    static bool Refuses(Line line) => RefusalRule.Default.Read(new Subject(Golden.Asked(line.Asked), Scored.Answered(line.Text), line.Text)).Refuses;
}
