using LayerEvals.Testing;

namespace LayerEvals.JsonSchema.Tests;

public sealed class OfficialSuiteTests(ITestOutputHelper output)
{
    static readonly string[] Drafts = ["draft2020-12", "draft2019-09", "draft7", "draft6", "draft4"];

    public static TheoryData<string> Folders => new(Drafts);

    [Theory, MemberData(nameof(Folders))]
    public void Every_required_test_passes(string draft) => Run(draft, "").Failed.ShouldBeEmpty();

    [Theory, MemberData(nameof(Folders))]
    public void Every_optional_test_passes_but_the_listed_ones(string draft) => Run(draft, "optional").Failed.ShouldBe(Listed($"{draft}/optional/", isFormat: false));

    [Theory, MemberData(nameof(Folders))]
    public void Every_format_test_passes_but_the_listed_ones(string draft) => Run(draft, "optional/format").Failed.ShouldBe(Listed($"{draft}/optional/format/", isFormat: true));

    OfficialSuite.Outcome Run(string draft, string part)
    {
        var outcome = OfficialSuite.Run(draft, part);
        output.WriteLine($"{draft} {(part.Length == 0 ? "required" : part)}: {outcome.Count - outcome.Failed.Count} of {outcome.Count} tests pass");
        outcome.Count.ShouldBeGreaterThan(0);
        return outcome;
    }

    // One line each: the test's name, then " # " and the reason.
    static string[] Listed(string prefix, bool isFormat) =>
    [
        .. File.ReadAllLines(Repository.File("tests", "LayerEvals.JsonSchema.Tests", "Suite", "exceptions.approved.txt"))
            .Where(l => l.StartsWith(prefix, StringComparison.Ordinal) && l.Contains("/format/", StringComparison.Ordinal) == isFormat)
            .Select(l => l.Split(" # ")[0]),
    ];
}
