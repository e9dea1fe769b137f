using System.Text;
using System.Text.RegularExpressions;
using LayerEvals.Reporting;
using LayerEvals.Testing;
using LayerEvals.Tests.Answering;
using LayerEvals.Tests.Runs;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LayerEvals.Tests.Reporting.Hostile;

public sealed class MarkdownTests(HostileRun run) : IClassFixture<HostileRun>
{
    // What GitHub makes of a comment and more: links without mark-up, tables, emoji, task lists, footnotes, mathematics.
    static readonly MarkdownPipeline Generous = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseEmojiAndSmiley(enableSmileys: false).Build();

    // What GitHub and GitLab look for in each text of the finished page.
    const string References = """(?<![\w])[@#!~%&$][\w"]|(?<!\w)GH-\d|:[\w+-]+:|\b(?=\d*[a-f])[0-9a-f]{7,40}\b|https?://|www\.\w""";

    public static TheoryData<string> All => [.. Payloads.All, "@everyone", "see #12 and GH-12, org/repo#3, org/repo@0123456789abcdef", "commit 0123456789abcdef0123456789abcdef01234567", ":tada: !7 ~bug %3 &4 $5 ~\"two words\"", "$x^2$ and $$y$$", "[^1]: note", "> [!WARNING]\n> x", "<!-- layerevals other -->"];

    [Theory, MemberData(nameof(All))]
    public void A_text_is_text_wherever_it_stands(string text)
    {
        var shown = MarkdownText.Of(text);

        foreach (var written in new[] { $"x {shown} y\n", $"# x {shown} y\n", $"- x {shown} y\n", $"> x {shown} y\n", $"| a | b |\n|---|---|\n| x {shown} y | z |\n" })
        {
            var document = Markdown.Parse(written, Generous);
            document.Descendants<Inline>().Where(i => i is not (LiteralInline or LineBreakInline or ContainerInline { Parent: null } or HtmlInline { Tag: "<!-- -->" })).Where(i => i.GetType() != typeof(ContainerInline)).Select(i => $"{i.GetType().Name} {i}").ShouldBeEmpty(written);
            document.Descendants<LeafBlock>().Count(b => b.Inline is not null).ShouldBe(written[0] == '|' ? 4 : 1, written);
            var texts = Texts(document);
            texts.ShouldContain(t => t.Contains($"x {Printable.Short(text, 400)} y", StringComparison.Ordinal), written);
            foreach (var part in Parts(document)) Regex.Match(part, References, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)).Value.ShouldBeEmpty(part);
        }
    }

    [Fact]
    public void The_report_of_a_hostile_run_has_our_structure_alone()
    {
        var report = run.Read("report.md");

        var document = Markdown.Parse(report, Generous);

        report.Length.ShouldBeLessThanOrEqualTo(MarkdownReport.Most);
        document.Descendants<HtmlBlock>().ShouldBeEmpty();
        document.Descendants<HtmlInline>().Select(h => h.Tag).Distinct().ShouldBeSubsetOf(["<!-- -->"]);
        document.Descendants<LinkInline>().Select(l => l.Url).ShouldBeEmpty();
        document.Descendants<AutolinkInline>().Select(l => l.Url).ShouldBeEmpty();
        document.Descendants<FencedCodeBlock>().Select(f => f.Info).Distinct().ShouldBe(["text", "diff"], ignoreOrder: true);
        document.Descendants<HeadingBlock>().Select(Heading).Where(h => !Regex.IsMatch(h, @"\A(Regression: .*|Not decided: .*|Layers|Got worse \(\d+\)|s-\d+/one|What was compared)\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))).ShouldBeEmpty();
        report.ShouldNotContain("\u001b");
        report.ShouldNotContain("\u202e");
    }

    [Fact]
    public async Task Huge_answers_are_cut_and_ten_cases_are_shown()
    {
        string[] lines = [new('@', 3_000_000), string.Concat(Enumerable.Repeat("`<b>` #1 @all. ", 200_000)), string.Concat(Enumerable.Repeat("line\n", 500_000)), new('`', 2_000_000)];
        var golden = "id: small\nlayer: retrieval\nchecks: [{excludes: zebra}]\ncases:\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"  - {{id: q-{i}, input: '{new string('#', 5000)} {i}'}}\n"));
        using var eval = new SmallEval(golden) { Candidate = ScriptedModel.Saying(q => $"{lines[q[^1] % 4]} zebra") };

        var report = RunFiles.Of(await eval.RunAsync(), "report.md");

        report.Length.ShouldBeLessThanOrEqualTo(MarkdownReport.Most);
        report.ShouldContain("The first 10 of 12");
        Regex.Count(report, "^### `small/q-\\d+`$", RegexOptions.Multiline, TimeSpan.FromSeconds(5)).ShouldBe(10);
        report.ShouldContain("## What was compared");
    }

    [Fact]
    public async Task What_does_not_fit_is_left_out_whole_and_said()
    {
        var title = string.Concat(Enumerable.Repeat("@a ", 53));
        var golden = "id: small\ncases:\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"  - {{id: q-{i}, input: Question {i}?, checks: [{{excludes: zebra, layer: own-{i}}}]}}\n"));
        var layers = $"layers: [{string.Join(", ", Enumerable.Range(1, 30).Select(i => $"{{id: own-{i}, title: \"{title}{i}\"}}"))}]";
        var lines = string.Concat(Enumerable.Range(1, 100).Select(i => $"Line {i} is another line of the answer, and it is long enough.\n"));
        using var eval = new SmallEval(golden, layers) { Candidate = ScriptedModel.Saying(_ => $"{lines}zebra") };
        for (var i = 0; i < 40; i++) eval.Write($"more-{i}.yaml", $"id: more-{i}\ntitle: \"{title}\"\nowner: \"{title}\"\nlayer: prompt\ncases: [{{id: a, input: Why?, checks: [{{excludes: lion}}]}}]\n");
        eval.Write("eval.yaml", File.ReadAllText(eval.At("eval.yaml")).Replace("[golden.yaml]", "[golden.yaml, 'more-*.yaml']", StringComparison.Ordinal));

        var report = RunFiles.Of(await eval.RunAsync(), "report.md");

        report.Length.ShouldBeInRange(MarkdownReport.Most * 3 / 4, MarkdownReport.Most);
        report.ShouldEndWith("\n> Cut to what a comment may hold: report.html of the run has all of it.\n");
        Markdown.Parse(report, Generous).Descendants<FencedCodeBlock>().ShouldAllBe(f => f.ClosingFencedCharCount >= 3);
    }

    [Fact]
    public void A_text_never_grows_beyond_its_limit()
    {
        var text = new LimitedText(10);

        (text.Add("12345"), text.Add("1234567"), text.Add("12345"), text.IsCut).ShouldBe((true, false, true, true));
        text.ToString().ShouldBe("1234512345");
    }

    static string Heading(HeadingBlock heading) => string.Concat(heading.Inline!.Descendants<Inline>().Select(i => i switch { LiteralInline l => l.Content.ToString(), CodeInline c => c.Content, _ => "" })); // a heading has inlines

    // The text of each block, without what shows nothing.
    static List<string> Texts(MarkdownDocument document) =>
        [.. document.Descendants<LeafBlock>().Where(b => b.Inline is not null).Select(b => string.Concat(b.Inline!.Descendants<LiteralInline>().Select(l => l.Content.ToString())))];

    // Each text by itself, as a comment ends it: literals that a backslash parted are one text.
    static IEnumerable<string> Parts(MarkdownDocument document)
    {
        foreach (var block in document.Descendants<LeafBlock>().Where(b => b.Inline is not null))
        {
            var text = new StringBuilder();
            foreach (var inline in block.Inline!.Descendants<Inline>())
            {
                if (inline is LiteralInline literal) text.Append(literal.Content.ToString());
                else if (inline is HtmlInline)
                {
                    yield return text.ToString();
                    text.Clear();
                }
            }
            yield return text.ToString();
        }
    }
}
