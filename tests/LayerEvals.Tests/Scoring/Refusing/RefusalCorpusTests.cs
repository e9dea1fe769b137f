using System.Globalization;
using System.Text;
using System.Text.Json;
using LayerEvals.Scoring;
using LayerEvals.Scoring.Refusing;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Scoring.Refusing;

/// <summary>Refusals and their harmless twins, written by hand in seven languages. The misses are in the approved file: they are known, and docs/scoring.md names them.</summary>
public sealed class RefusalCorpusTests(ITestOutputHelper output)
{
    sealed record Line(string Id, string Language, string Label, string Text);

    [Fact]
    public void The_accuracy_is_what_the_documentation_states()
    {
        var lines = Lines("refusal-corpus.jsonl");

        lines.GroupBy(l => l.Language).Count().ShouldBe(7);
        Approve.Text(Report(lines));
    }

    // Written after the wordings and never tuned on: a wording that is added for one of its misses takes its worth away.
    [Fact]
    public void The_accuracy_on_held_out_answers_is_what_the_documentation_states()
    {
        var lines = Lines("refusal-holdout.jsonl");

        lines.Select(l => l.Text).Intersect(Lines("refusal-corpus.jsonl").Select(l => l.Text)).ShouldBeEmpty();
        Approve.Text(Report(lines));
    }

    // As above, five refusals and five harmless twins for each language but English, written when its lists were last added to.
    [Fact]
    public void The_accuracy_on_held_out_answers_of_other_languages_is_what_the_documentation_states()
    {
        var lines = Lines("refusal-holdout-languages.jsonl");

        lines.GroupBy(l => l.Language).ShouldAllBe(l => l.Count() == 10);
        Approve.Text(Report(lines));
    }

    string Report(IReadOnlyList<Line> lines)
    {
        var read = lines.ToDictionary(l => l.Id, Read);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"",-4} {"answers",8} {"right",6} {"refusals",9} {"found",6} {"false",6}\n");
        foreach (var group in lines.GroupBy(l => l.Language).Append(lines.GroupBy(_ => "all").Single()))
            text.Append(CultureInfo.InvariantCulture, $"{group.Key,-4} {group.Count(),8} {group.Count(l => read[l.Id] == l.Label),6} {group.Count(Refuses),9} {group.Count(l => Refuses(l) && read[l.Id] != "none"),6} {group.Count(l => !Refuses(l) && read[l.Id] != "none"),6}\n");
        text.Append("\nMisses\n");
        foreach (var line in lines.Where(l => read[l.Id] != l.Label)) text.Append(CultureInfo.InvariantCulture, $"{line.Id} is {line.Label}, read as {read[line.Id]}: {line.Text}\n");
        output.WriteLine(text.ToString());
        return text.ToString();
    }

    static bool Refuses(Line line) => line.Label != "none";

    static string Read(Line line) => RefusalRule.Default.Read(new Subject(Scored.Case("- refusal: required"), Scored.Answered(line.Text), line.Text)).Kind.ToString().ToLowerInvariant();

    static List<Line> Lines(string file) =>
    [
        .. File.ReadLines(Repository.File("tests", "LayerEvals.Tests", "Scoring", "Refusing", file))
            .Select(json => JsonSerializer.Deserialize<Line>(json, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower })!),
    ];
}
