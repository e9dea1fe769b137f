using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring;
using LayerEvals.Scoring.Checks;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Scoring;

/// <summary>What docs/writing-a-check.md shows is what is compiled here and in the eval suite.</summary>
public sealed class WritingACheckTests
{
    static readonly string Page = Lines(Repository.File("docs", "writing-a-check.md"));

    [Fact]
    public void The_example_of_the_page_is_the_file_that_is_compiled() =>
        Blocks()[0].ShouldBe(Lines(Repository.File("tests", "LayerEvals.Tests", "Scoring", "NoLinksCheck.cs")));

    [Fact]
    public void The_check_in_code_stands_in_the_eval_suite()
    {
        var suite = Lines(Repository.File("tests", "ClaimsDesk.Evals", "TravelPolicy.cs"));

        foreach (var line in Blocks()[2].Split('\n')) suite.ShouldContain(line.Trim());
    }

    [Fact]
    public void The_registration_is_written_as_the_others_are() =>
        Lines(Repository.File("src", "LayerEvals", "Scoring", "CheckTypes.cs")).ShouldContain("        " + Blocks()[1].Trim().Replace("NoLinksCheck", "NotFoundCheck", StringComparison.Ordinal));

    [Theory]
    [InlineData("{}", "No link here: example.com.", null)]
    [InlineData("{}", "See https://evil.example/a.", "expected no link, found one to `evil.example`")]
    [InlineData("docs.example.com", "See (https://docs.example.com/a).", null)]
    [InlineData("docs.example.com", "See https://docs.example.com/a and http://evil.example.", "expected no link, found one to `evil.example`")]
    [InlineData("{except: [docs.example.com, example.com]}", "See https://EXAMPLE.com", null)]
    public void The_example_does_what_the_page_says(string written, string text, string? reason)
    {
        var problems = new Problems();
        var file = new SourceFile("set.yaml", "set.yaml", problems);
        var node = YamlText.Read(file, written)!;
        var reader = new MapReader(file, node as MapNode ?? NoLinksCheck.Type.Short!(node), "no-links");
        var check = NoLinksCheck.Type.Read(reader)!;
        reader.Close();

        check(new Subject(Scored.Case("[]"), Scored.Answered(text), text)).Reason.ShouldBe(reason);
        problems.HasErrors.ShouldBeFalse();
    }

    static List<string> Blocks() => [.. Page.Split("```csharp\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])];

    static string Lines(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
}
