using LayerEvals.Testing;
using LayerEvals.Tests.Planning;

namespace LayerEvals.Tests;

/// <summary>The golden sets that pages show can be read as they stand.</summary>
public sealed class DocsExampleTests
{
    [Theory]
    [InlineData("tools.md")]
    [InlineData("pressure.md")]
    public void The_golden_set_of_a_page_is_read(string page)
    {
        var text = File.ReadAllText(Repository.File("docs", page)).ReplaceLineEndings("\n");
        var start = text.IndexOf("```yaml\n", StringComparison.Ordinal) + 8;
        using var plan = new SmallPlan(("set.yaml", text[start..text.IndexOf("```", start, StringComparison.Ordinal)]));

        plan.Errors().Where(p => p.File == "set.yaml").ShouldBeEmpty();
    }
}
