using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Reading;
using LayerEvals.Testing;

namespace LayerEvals.Tests.GoldenSets;

public sealed class SourceDocumentTests
{
    [Theory]
    [InlineData("## C-1 Refunds\nThirty days.\n", "C-1=Refunds\nThirty days.")]
    [InlineData("# Travel policy\n\nRead this.\n\n## C-1 Refunds\nThirty days.\n", "C-1=Refunds\nThirty days.")]
    [InlineData("# C-1 Refunds\nThirty days.\n", "C-1=Refunds\nThirty days.")]
    [InlineData("## C-1\nThirty days.\n", "C-1=Thirty days.")]
    [InlineData("## C-1 Refunds ##\nThirty days.\n", "C-1=Refunds\nThirty days.")]
    [InlineData("## C# Basics\nx\n## D-1 About C#\ny\n", "C#=Basics\nx", "D-1=About C#\ny")]
    [InlineData("C-1 Refunds\n-----------\nThirty days.\n", "C-1=Refunds\nThirty days.")]
    [InlineData("C-1 Refunds\nand fees\n========\nThirty days.\n", "C-1=Refunds and fees\nThirty days.")]
    [InlineData("## C-1 A\n```sh\n# C-2 no heading\n```\nend\n", "C-1=A\n```sh\n# C-2 no heading\n```\nend")]
    [InlineData("## C-1 A\n\n    # C-2 indented code\n", "C-1=A\n# C-2 indented code")]
    [InlineData("## C-1 A\n> ## C-2 quoted\n", "C-1=A\n> ## C-2 quoted")]
    [InlineData("## C-1 C-1 C-1\nC-1\n", "C-1=C-1 C-1\nC-1")]
    [InlineData("## C-1 A\n#C-2 no blank\n", "C-1=A\n#C-2 no blank")]
    [InlineData("## C-1 A\n### C-1.1 B\nx\n", "C-1=A", "C-1.1=B\nx")]
    [InlineData("## **C-1** A\nx\n", "**C-1**=A\nx")]
    [InlineData("## C-1 A\r\nx\r\ny\r\n", "C-1=A\nx\ny")]
    public void A_heading_starts_a_source(string document, params string[] sources) => Read(document).ShouldBe(sources);

    [Fact]
    public void A_source_knows_its_line() => Lines("# Title\n\n## C-1 A\nx\n\n## C-2 B\ny\n").ShouldBe([3, 6]);

    static List<string> Read(string document) => [.. Sources(document).Select(s => $"{s.Source.Id}={s.Source.Text}")];

    static List<int> Lines(string document) => [.. Sources(document).Select(s => s.Line)];

    static IReadOnlyList<DocumentSource> Sources(string document)
    {
        using var folder = new TempFolder();
        return SourceDocument.Read(new SourceFile(folder.Write("doc.md", document), "doc.md", new Problems())) ?? [];
    }
}
