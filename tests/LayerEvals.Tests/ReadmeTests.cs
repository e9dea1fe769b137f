using System.Text.RegularExpressions;
using LayerEvals.Testing;
using LayerEvals.Tests.Planning;

namespace LayerEvals.Tests;

/// <summary>The README shows what the repository holds.</summary>
public sealed partial class ReadmeTests
{
    static readonly string Readme = File.ReadAllText(Repository.File("README.md"));

    [Fact]
    public void It_shows_an_eval_and_a_failure_before_line_40_and_stays_under_200_lines()
    {
        var lines = Readme.Split('\n');

        lines.Length.ShouldBeLessThan(200);
        Array.FindIndex(lines, l => l.Contains("[Theory, GoldenSet(")).ShouldBeInRange(0, 38);
        Array.FindIndex(lines, l => l.StartsWith("Retrieval: ", StringComparison.Ordinal)).ShouldBeInRange(0, 38);
    }

    [Fact]
    public void Its_eval_is_cut_from_the_eval_suite()
    {
        var suite = File.ReadAllText(Repository.File("tests", "ClaimsDesk.Evals", "TravelPolicy.cs"));

        suite.ShouldContain(Blocks("csharp").First());
    }

    [Fact]
    public void Its_golden_set_and_configuration_are_cut_from_the_repositorys()
    {
        var files = Directory.EnumerateFiles(Repository.File("goldensets"), "*.yaml").Concat(Directory.EnumerateFiles(Repository.File("configs"), "*.yaml")).Select(File.ReadAllText).ToList();
        var pieces = Blocks("yaml").Where(b => !b.StartsWith("models:", StringComparison.Ordinal)).SelectMany(block => block.Split("  # …\n")).Select(piece => piece.Replace("cases:\n", "")).ToList();

        pieces.Count.ShouldBe(4);
        foreach (var piece in pieces) files.ShouldContain(file => file.Contains(piece), piece);
    }

    [Theory]
    [InlineData("openai", "azure")]
    [InlineData("anthropic", "local")]
    public void Its_vendors_are_read_without_a_problem(string baseline, string candidate)
    {
        var models = Blocks("yaml").Single(b => b.StartsWith("models:", StringComparison.Ordinal));
        using var plan = new SmallPlan(
            ("config.yaml", $"golden: set.yaml\nbaseline: {baseline}\ncandidate: {candidate}\n{models}"),
            ("set.yaml", "prompt: ask\n" + SmallPlan.Set), ("prompts/a/ask.md", "{{input}}\n"));

        plan.Errors().ShouldBeEmpty();
    }

    [Fact]
    public void Its_links_lead_to_files()
    {
        var linked = Link().Matches(Readme).Select(m => m.Groups["path"].Value).ToList();

        linked.ShouldNotBeEmpty();
        linked.ShouldAllBe(path => Path.Exists(Repository.File(path)));
    }

    static IEnumerable<string> Blocks(string language) => Fence().Matches(Readme).Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["text"].Value);

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)\)")]
    private static partial Regex Link();
}
