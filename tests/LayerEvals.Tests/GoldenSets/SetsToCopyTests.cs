using System.Globalization;
using System.Text.RegularExpressions;
using LayerEvals.Testing;

namespace LayerEvals.Tests.GoldenSets;

/// <summary>goldensets/README.md lists the sets of the repository, each with the number of its cases.</summary>
public sealed partial class SetsToCopyTests
{
    static readonly string Folder = Repository.File("goldensets");

    [Fact]
    public void Every_set_is_listed_with_its_cases()
    {
        var listed = Row().Matches(File.ReadAllText(Path.Combine(Folder, "README.md"))).ToDictionary(m => m.Groups["file"].Value, m => int.Parse(m.Groups["cases"].Value, CultureInfo.InvariantCulture));
        var sets = new[] { "", "behaviour/" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.yaml").Select(path => folder + Path.GetFileName(path)));

        listed.ShouldBe(sets.ToDictionary(file => file, file => File.ReadLines(Path.Combine(Folder, file)).Count(line => line.StartsWith("  - id: ", StringComparison.Ordinal))), ignoreOrder: true);
    }

    [GeneratedRegex(@"^\| \[[\w-]+\]\((?<file>[\w/-]+\.yaml)\) \|.*\| (?<cases>\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
