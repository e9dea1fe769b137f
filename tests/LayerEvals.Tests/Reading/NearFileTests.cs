using LayerEvals.Reading;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Reading;

public sealed class NearFileTests
{
    [Theory]
    [InlineData(2000, "docs/rule-0007.md")]
    [InlineData(2001, null)]
    public void Where_too_many_files_lie_to_look_at_all_none_is_named(int files, string? near)
    {
        using var folder = new TempFolder();
        for (var i = 0; i < files; i++) folder.Write($"docs/rule-{i:D4}.md", "");

        NearFile.To(folder.At("docs/rule-0007x.md"), "docs/rule-0007x.md").ShouldBe(near);
    }
}
