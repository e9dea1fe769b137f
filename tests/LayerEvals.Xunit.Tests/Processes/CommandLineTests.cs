using System.Globalization;
using System.Text.RegularExpressions;
using LayerEvals.Testing;

namespace LayerEvals.Processes;

public sealed class CommandLineTests : IDisposable
{
    readonly TempFolder output = new();

    public void Dispose() => output.Dispose();

    [Fact]
    public async Task A_case_by_its_key_runs_alone_under_the_named_configuration_and_the_report_is_an_artifact()
    {
        var (exitCode, text) = await EvalSuite.RunAsync(output, ["--filter-trait", "case=travel-policy/newborn", "--evals-config", "configs/vendor-bump.yaml"]);

        exitCode.ShouldBe(0, text);
        text.ShouldContain("succeeded: 1\n");
        text.ShouldContain("skipped gate: overall");
        text.ShouldMatch(@"not decided: 1 of \d+ cases ran");
        var report = Directory.EnumerateFiles(output.Path, "report.html", SearchOption.AllDirectories).ShouldHaveSingleItem();
        Path.GetFileName(Path.GetDirectoryName(report))!.ShouldStartWith("vendor-bump-");
        text.ShouldContain($"file artifacts produced:\n    - {report}");
    }

    [Fact]
    public async Task A_vendor_bump_that_got_worse_fails_two_gates_as_the_readme_shows()
    {
        var (exitCode, text) = await EvalSuite.RunAsync(output, ["--evals-config", "configs/vendor-bump.yaml"]);

        exitCode.ShouldBe(2, text);
        text.ShouldContain("failed: 2\n");
        text.ShouldContain("failed gate: overall");
        var printed = text.Split('\n').Select(l => l.Trim()).ToList();
        var readme = File.ReadAllLines(Repository.File("README.md"));
        var shown = readme.SkipWhile(l => l != "failed gate: retrieval").TakeWhile(l => l != "```").ToList();
        shown.Count.ShouldBe(7);
        foreach (var line in shown) printed.ShouldContain(p => p.Contains(line.Trim()), line);
    }

    [Fact]
    public async Task A_list_shows_the_rows_of_the_shard()
    {
        var (_, whole) = await EvalSuite.RunAsync(output, ["--list-tests"]);
        var (exitCode, quarter) = await EvalSuite.RunAsync(output, ["--list-tests", "--evals-shard", "1/4"]);

        exitCode.ShouldBe(0, quarter);
        (Listed(quarter) / (double)Listed(whole)).ShouldBeInRange(0.15, 0.35);
    }

    [Fact]
    public async Task A_shard_that_is_none_stops_the_command()
    {
        var (exitCode, text) = await EvalSuite.RunAsync(output, ["--evals-shard", "x"]);

        exitCode.ShouldBe(5, text);
        text.ShouldContain("--evals-shard: expected a slice such as 2/4, found `x`");
    }

    [Fact]
    public async Task A_configuration_that_is_not_there_stops_the_command()
    {
        var (exitCode, text) = await EvalSuite.RunAsync(output, ["--evals-config", "configs/none.yaml"]);

        exitCode.ShouldBe(5, text);
        text.ShouldContain("--evals-config: expected a configuration file, found none at `configs/none.yaml`");
    }

    [Fact]
    public async Task A_variable_names_the_configuration()
    {
        var (exitCode, text) = await EvalSuite.RunAsync(output, ["--filter-trait", "case=travel-policy/newborn"], ("LAYEREVALS_CONFIG", "configs/vendor-bump.yaml"));

        exitCode.ShouldBe(0, text);
        text.ShouldContain("vendor-bump-");
    }

    [Fact]
    public async Task A_variable_with_a_shard_that_is_none_fails_the_gate_of_the_plan()
    {
        var (exitCode, text) = await EvalSuite.RunAsync(output, [], ("LAYEREVALS_SHARD", "x"));

        exitCode.ShouldBe(2, text);
        text.ShouldContain("failed gate: plan");
        text.ShouldContain("LAYEREVALS_SHARD: LE4003: expected a slice such as 2/4, found `x`");
        text.ShouldContain("total: 1\n");
    }

    static int Listed(string text) => int.Parse(Regex.Match(text, @"(\d+) test").Groups[1].Value, CultureInfo.InvariantCulture);
}
