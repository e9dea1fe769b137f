using LayerEvals.Nested;
using Xunit.Sdk;

namespace LayerEvals.Running;

public sealed class DiscoveryTests
{
    [Fact]
    public async Task A_golden_set_with_problems_still_lists_its_sound_rows()
    {
        var rows = await RowsAsync("goldensets/broken.yaml");

        rows.ShouldBe(["sound"]);
    }

    [Fact]
    public async Task A_golden_set_that_is_not_there_lists_nothing()
    {
        var rows = await RowsAsync("goldensets/none.yaml");

        rows.ShouldBeEmpty();
    }

    [Fact]
    public void The_identity_of_a_row_is_its_set_file_and_id()
    {
        var golden = new GoldenCase { Set = "four", Id = "one", SetFile = "goldensets/four.yaml", Expect = "never part of it" };

        new Session.GoldenCaseSerializer().Serialize(golden).ShouldBe("goldensets/four.yaml\none");
    }

    static async Task<IEnumerable<string?>> RowsAsync(string path)
    {
        await using var tracker = new DisposalTracker();
        var rows = await new GoldenSetAttribute(path).GetData(typeof(Suites.Four).GetMethod("Says_yes")!, tracker);
        return rows.Select(r => r.TestDisplayName);
    }
}
