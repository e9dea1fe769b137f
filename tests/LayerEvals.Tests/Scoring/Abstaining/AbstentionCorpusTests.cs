using System.Globalization;
using System.Text;
using System.Text.Json;
using LayerEvals.Scoring;
using LayerEvals.Scoring.Abstaining;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Scoring.Abstaining;

/// <summary>Answers written by hand in seven languages, each with its label and the trap that it sets. The misses are in the approved file: they are known, and docs/scoring.md names them.</summary>
public sealed class AbstentionCorpusTests(ITestOutputHelper output)
{
    sealed record Line(string Id, string Language, string Label, string Trap, string Text, string? FinishReason)
    {
        public bool Abstains => Label == "abstains";
    }

    [Fact]
    public void The_accuracy_is_what_the_documentation_states()
    {
        var lines = Corpus();

        var report = Report(lines);
        output.WriteLine(report);

        lines.Count.ShouldBeGreaterThanOrEqualTo(300);
        Approve.Text(report);
    }

    // Written without a look at the wordings and never tuned on: a wording that is added for one of its misses takes its worth away.
    [Fact]
    public void The_accuracy_on_held_out_answers_is_what_the_documentation_states()
    {
        var lines = HeldOut();

        var report = Report(lines);
        output.WriteLine(report);

        lines.GroupBy(l => l.Language).Select(l => l.Count()).Min().ShouldBeGreaterThanOrEqualTo(15);
        lines.Select(l => l.Text).Intersect(Corpus().Select(l => l.Text)).ShouldBeEmpty();
        Approve.Text(report);
    }

    [Fact]
    public void Each_language_has_each_kind_of_answer_and_many_traps()
    {
        foreach (var language in Corpus().GroupBy(l => l.Language))
        {
            string.Join(' ', language.Select(l => l.Label).Distinct().Order(StringComparer.Ordinal)).ShouldBe("abstains abstains-and-answers answers refuses", language.Key);
            language.Select(l => l.Trap).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(15, language.Key);
        }
    }

    static string Report(IReadOnlyList<Line> lines)
    {
        var read = lines.ToDictionary(l => l.Id, Read);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"",-10} {"answers",7} {"right",6} {"accuracy",9} {"abstentions",12} {"found",6} {"false",6}\n");
        foreach (var group in lines.GroupBy(l => l.Language).Append(lines.GroupBy(_ => "all").Single()))
        {
            var right = group.Count(l => (read[l.Id].Kind == AnswerKind.Abstains) == l.Abstains);
            var found = group.Count(l => l.Abstains && read[l.Id].Kind == AnswerKind.Abstains);
            var wrong = group.Count(l => !l.Abstains && read[l.Id].Kind == AnswerKind.Abstains);
            text.Append(CultureInfo.InvariantCulture, $"{group.Key,-10} {group.Count(),7} {right,6} {100.0 * right / group.Count(),7:0.0} % {group.Count(l => l.Abstains),12} {found,6} {wrong,6}\n");
        }
        text.Append("\nMisses: an abstention or not\n");
        foreach (var line in lines.Where(l => (read[l.Id].Kind == AnswerKind.Abstains) != l.Abstains)) text.Append(Shown(line, read[line.Id]));
        text.Append("\nMisses of another kind: what is no abstention either way\n");
        foreach (var line in lines.Where(l => (read[l.Id].Kind == AnswerKind.Abstains) == l.Abstains && Word(read[l.Id].Kind) != l.Label)) text.Append(Shown(line, read[line.Id]));
        return text.ToString();
    }

    static string Shown(Line line, AnswerReading read) => $"{line.Id} ({line.Trap}) is {line.Label}, read as {Word(read.Kind)}: {line.Text.ReplaceLineEndings(" ")}\n";

    static string Word(AnswerKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    static AnswerReading Read(Line line)
    {
        var answer = Scored.Answered(line.Text) with { FinishReason = line.FinishReason };
        return AbstentionRule.Default.Read(new Subject(Scored.Case("- not-found", answerable: false), answer, line.Text));
    }

    static List<Line> Corpus() => Lines("abstention-corpus.jsonl");

    static List<Line> HeldOut() => Lines("abstention-holdout.jsonl");

    static List<Line> Lines(string file) =>
    [
        .. File.ReadLines(Repository.File("tests", "LayerEvals.Tests", "Scoring", "Abstaining", file))
            .Select(json => JsonSerializer.Deserialize<Line>(json, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower })!),
    ];
}
