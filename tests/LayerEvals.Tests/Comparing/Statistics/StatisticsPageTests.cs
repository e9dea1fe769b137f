using System.Globalization;
using LayerEvals.Comparing.Statistics;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Comparing.Statistics;

/// <summary>docs/statistics.md says what the code computes: its enumerated numbers, computed once more.</summary>
public sealed class StatisticsPageTests
{
    [Fact]
    public void The_chance_of_a_regression_is_that_of_the_page()
    {
        var rows = Rows("The chance of Regression, percent");

        rows.Count.ShouldBe(18);
        foreach (var row in rows)
        {
            var (background, drop, n) = (Share(row[0]), row[1] == "no change" ? 0 : -Share(row[1]), int.Parse(row[2], CultureInfo.InvariantCulture));
            row[7].ShouldBe(Percent(new McNemarPower(0.05).Of(n, PairedTruth.Of(background, drop))));
            row[8].ShouldBe(Percent(new McNemarPower(0.05 / 7).Of(n, PairedTruth.Of(background, drop))));
        }
    }

    [Fact]
    public void The_chance_of_a_pass_is_that_of_the_page()
    {
        var rows = Rows("The chance of Pass, percent: nothing changed, and a drop of the margin");

        rows.Count.ShouldBe(10);
        foreach (var row in rows)
        {
            var (background, n) = (Share(row[0]), int.Parse(row[1], CultureInfo.InvariantCulture));
            row[4].ShouldBe(Percent(new PassPower(0.05, 0.95).Of(n, PairedTruth.Of(background, 0))));
            row[8].ShouldBe(Percent(new PassPower(0.05, 0.95).Of(n, PairedTruth.Of(background, 0.05))));
        }
    }

    [Fact]
    public void The_cases_that_a_pass_takes_are_those_of_the_page()
    {
        var rows = Rows("Cases for a Pass four times out of five when nothing changed");

        rows.Count.ShouldBe(16);
        foreach (var row in rows)
            row[2].ShouldBe(new PassPower(Share(row[0]), 0.95).CasesNeeded(PairedTruth.Of(Share(row[1]), 0), 0.8)!.Value.ToString(CultureInfo.InvariantCulture));
    }

    static string Percent(double share) => share is > 0 and < 0.0005 ? "<0.1" : (share * 100).ToString("0.0", CultureInfo.InvariantCulture);

    static double Share(string percent) => double.Parse(percent.TrimEnd('%', ' '), CultureInfo.InvariantCulture) / 100;

    static List<string[]> Rows(string heading)
    {
        var lines = File.ReadAllText(Repository.File("docs", "statistics.md")).Split($"\n### {heading}\n")[1].Split("\n### ")[0].Split('\n');
        return [.. lines.Where(l => l.StartsWith('|')).Skip(2).Select(l => l.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];
    }
}
