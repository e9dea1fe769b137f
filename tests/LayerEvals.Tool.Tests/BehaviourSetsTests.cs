using System.Text.Json;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

/// <summary>
/// The behaviour sets on the answers that were written by hand for them: the careful ones pass every check, the base-like ones fail what each case's tags name and nothing else. A check that goes blind, or
/// fires where it should not, is found here.
/// </summary>
public sealed class BehaviourSetsTests
{
    const string By = "by:";
    static readonly string Config = Repository.File("configs", "behaviour.yaml");

    [Fact]
    public async Task Their_plan_has_no_problem_and_no_warning()
    {
        using var desk = new Desk();

        var said = await desk.TypeAsync("check", Config);

        said.Code.ShouldBe(ExitCode.Pass, said.ToString());
        said.ToString().ShouldContain("0 problems, 0 warnings");
    }

    [Fact]
    public async Task Careful_answers_pass_and_base_like_ones_fail_the_checks_that_the_tags_name()
    {
        using var desk = new Desk();

        var said = await desk.TypeAsync("run", Config, "--output", "evals");

        said.Code.ShouldBe(ExitCode.Regression, said.ToString());
        var cases = Lines<GoldenLine>(Path.Combine(desk.RunFolder, "cases.jsonl"));
        var scores = Lines<ScoreLine>(Path.Combine(desk.RunFolder, "scores.jsonl"));
        scores.Where(s => s.Outcome is "Errored" or "Unscored").ShouldBeEmpty();
        Failed(scores, "careful").ShouldBeEmpty();
        Failed(scores, "base-like").ShouldBe(cases.SelectMany(c => c.Tags.Where(t => t.StartsWith(By, StringComparison.Ordinal)).Select(t => $"{c.Set}/{c.Case}: {t[By.Length..]}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_set_has_tells_and_what_only_looks_like_one()
    {
        using var desk = new Desk();
        await desk.TypeAsync("run", Config, "--output", "evals");

        var cases = Lines<GoldenLine>(Path.Combine(desk.RunFolder, "cases.jsonl"));

        cases.Select(c => c.Set).Distinct().Count().ShouldBe(Directory.GetFiles(Repository.File("goldensets", "behaviour"), "*.yaml").Length);
        cases.ShouldAllBe(c => c.Tags.Contains("tell") != c.Tags.Contains("harmless") && c.Tags.Contains("tell") == c.Tags.Any(t => t.StartsWith(By, StringComparison.Ordinal)));
        // A group is a set's first tag in base-model-tells; elsewhere the whole set is one.
        cases.GroupBy(c => c.Set == "base-model-tells" ? c.Tags[0] : c.Set).ShouldAllBe(group => group.Any(c => c.Tags.Contains("tell")) && group.Any(c => c.Tags.Contains("harmless")));
        cases.GroupBy(c => c.Set).ShouldAllBe(set => set.Any(c => c.Split == "holdout") && set.Any(c => c.Split != "holdout"));
    }

    [Fact]
    public void No_answer_claims_to_be_a_models()
    {
        foreach (var file in Directory.GetFiles(Repository.File("goldensets", "behaviour", "answers")))
            Lines<AnswerLine>(file).ShouldAllBe(answer => answer.Model == "written-by-hand", file);
    }

    static IEnumerable<string> Failed(IEnumerable<ScoreLine> scores, string side) =>
        scores.Where(s => s.Configuration == side && s.Outcome == "Failed").Select(s => $"{s.Set}/{s.Case}: {s.Check}").Distinct().Order(StringComparer.Ordinal);

    static List<T> Lines<T>(string file) => [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!)];

    sealed record GoldenLine(string Set, string Case, string? Split)
    {
        public IReadOnlyList<string> Tags { get; init; } = [];
    }

    sealed record ScoreLine(string Set, string Case, string Configuration, string Check, string Outcome);

    sealed record AnswerLine(string Model);
}
