using System.Reflection;
using System.Text.RegularExpressions;
using LayerEvals.Diagnostics;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Diagnostics;

public sealed partial class ProblemIdsTests
{
    static readonly string[] Ids = [.. typeof(ProblemIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    [Fact]
    public void No_id_stands_for_two_problems() => Ids.ShouldBeUnique();

    [Fact]
    public void The_table_of_problems_has_each_id_once_and_in_order() =>
        Row().Matches(File.ReadAllText(Repository.File("docs", "problems.md"))).Select(m => m.Groups["id"].Value).ShouldBe(Ids.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_row_says_what_is_wrong_what_to_do_and_how_it_sounds()
    {
        foreach (Match row in Row().Matches(File.ReadAllText(Repository.File("docs", "problems.md"))))
            row.Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(4, row.Value);
    }

    [GeneratedRegex(@"^\| (?<id>LE\d{4}) \|.*$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
