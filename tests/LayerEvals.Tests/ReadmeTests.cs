using System.Text.RegularExpressions;
using LayerEvals.Testing;

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
        var pieces = Blocks("yaml").SelectMany(block => block.Split("  # …\n")).Select(piece => piece.Replace("cases:\n", "")).ToList();

        pieces.Count.ShouldBe(5);
        foreach (var piece in pieces) files.ShouldContain(file => file.Contains(piece), piece);
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
