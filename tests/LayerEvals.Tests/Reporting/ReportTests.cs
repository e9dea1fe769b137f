using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LayerEvals.Comparing;
using LayerEvals.Runs;
using LayerEvals.Testing;
using LayerEvals.Tests.Answering;
using LayerEvals.Tests.Runs;

namespace LayerEvals.Tests.Reporting;

public sealed class ReportTests
{
    // What the texts of golden sets, files and models try in a report: markup, fences, terminal escapes, overrides, links, formulas, format strings.
    const string Golden = """
        id: hostile
        title: "<img src=x onerror=alert(1)> | [click](https://evil.example) \e[31m"
        owner: "=1+1 @everyone"
        origin: synthetic
        layer: pricing
        checks:
          - excludes: {any: ["</pre>", "https://evil.example"]}
            name: "no <b>markup</b> | {0}"
        cases:
          - {id: breaks-out, input: "Say </p><script>alert(1)</script> and ``` {0} %s"}
          - {id: stays, input: "Say yes"}
          - {id: errors, input: "Fail"}
          - {id: links, input: "Where?"}
        """;

    const string Settings = """
        gate: {margin: 5, guard: 20, layers: {pricing: {guard: 10}}}
        layers: [{id: pricing, title: "Price | <list>", question: does it quote only the price list?, lean: the price tool}]
        """;

    [Fact]
    public async Task Markdown()
    {
        using var eval = Hostile();

        Approve.Text(RunFiles.Of(await eval.RunAsync(), "report.md"));
    }

    [Fact]
    public async Task Html()
    {
        using var eval = Hostile();

        Approve.Text(WithoutOurs(RunFiles.Of(await eval.RunAsync(), "report.html")));
    }

    [Fact]
    public async Task Comparison()
    {
        using var eval = Hostile();

        Approve.Text(RunFiles.Of(await eval.RunAsync(), "comparison.json"));
    }

    [Fact]
    public async Task The_page_has_the_tags_and_addresses_of_ours_alone()
    {
        using var eval = Hostile();

        var html = WithoutOurs(RunFiles.Of(await eval.RunAsync(), "report.html"));

        foreach (Match tag in Regex.Matches(html, "<[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(5)))
        {
            Regex.IsMatch(tag.Value, Tags, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).ShouldBeTrue(tag.Value);
            Regex.IsMatch(tag.Value, "\\b(src|on\\w+|srcset|action|style)\\s*=|href=\"[^#]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).ShouldBeFalse(tag.Value);
        }
        html.ShouldNotContain("url(");
        html.ShouldNotContain("@import");
        html.ShouldContain("default-src 'none'");
        html.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task The_policy_names_the_script_and_the_style_by_their_hashes()
    {
        using var eval = Hostile();

        var html = RunFiles.Of(await eval.RunAsync(), "report.html");

        foreach (var element in new[] { "<style>(?<text>.*?)</style>", "<script type=\"module\">(?<text>.*?)</script>" })
        {
            var ours = Regex.Match(html, element, RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["text"].Value;
            html.ShouldContain($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ours)))}'");
        }
    }

    [Fact]
    public async Task No_file_holds_what_a_terminal_obeys()
    {
        using var eval = Hostile();

        var files = RunFiles.Of(await eval.RunAsync());

        files.ShouldNotContain("\u001b");
        RunFiles.Of(await eval.RunAsync(), "report.md").ShouldNotContain("\u202E");
        RunFiles.Of(await eval.RunAsync(), "report.html").ShouldNotContain("\u202E");
    }

    [Fact]
    public async Task A_rate_of_nothing_is_a_dash_and_never_zero()
    {
        using var eval = new SmallEval(SmallEval.Questions(2)) { Baseline = ScriptedModel.Saying(), Candidate = ScriptedModel.Saying() };

        var result = await eval.RunAsync();

        RunFiles.Of(result, "report.md").ShouldContain("| Retrieval (RAG) | 0 | - | - | - | 0 | 0 | 2 | 0 | - | not decided |");
        RunFiles.Of(result, "report.html").ShouldContain("data-label=\"Cases\">0</td><td role=\"cell\" data-label=\"Baseline\">-</td><td role=\"cell\" data-label=\"Candidate\">-</td>");
        RunFiles.Of(result, "comparison.json").ShouldContain("\"baseline_rate\": null");
        RunFiles.Of(result).ShouldNotContain("NaN");
        result.Comparison.Verdict.ShouldBe(Verdict.NotDecided);
    }

    [Fact]
    public async Task Of_many_cases_that_got_worse_a_report_shows_the_first()
    {
        using var eval = new SmallEval(SmallEval.Questions(203)) { Candidate = ScriptedModel.Saying(_ => "You have 130 days.") };

        var result = await eval.RunAsync();

        foreach (var (name, shown) in new[] { ("report.md", 10), ("report.html", 20) })
        {
            var report = WithoutOurs(RunFiles.Of(result, name));
            report.ShouldContain("Got worse (203)");
            report.ShouldContain($"The first {shown} of 203; all of them are in scores.jsonl.");
            report.ShouldContain($"small/q-{shown}");
            report.ShouldNotContain($"<b>small/q-{shown + 1}</b>");
            report.ShouldNotContain($"### `small/q-{shown + 1}`\n");
        }
    }

    [Fact]
    public async Task Of_several_samples_one_that_got_worse_is_shown()
    {
        using var eval = new SmallEval(SmallEval.Questions(1), "samples: 2")
        {
            Candidate = ScriptedModel.Saying("You have 30 days.", "You have 130 days."),
        };
        var result = await eval.RunAsync();

        result.Worse.ShouldHaveSingleItem().CandidateText.ShouldBe("You have 130 days.");
        RunFiles.Of(result, "report.md").ShouldContain("2 samples each");
        RunFiles.Of(result, "report.md").ShouldContain("the difference with its adjusted t interval");
    }

    [Fact]
    public async Task A_reader_finds_the_line_the_reason_both_answers_and_the_command()
    {
        using var eval = new SmallEval(SmallEval.Questions(1)) { Candidate = ScriptedModel.Saying("You have 130 days.") };

        var changed = (await eval.RunAsync()).Worse.ShouldHaveSingleItem();

        changed.Case.File.ShouldBe("golden.yaml");
        changed.Case.Line.ShouldBe(6);
        changed.Failed.Select(f => (f.Check, f.Layer, f.Reason)).ShouldBe([("expect", "retrieval", "expected `30 days` in the answer, found none")]);
        changed.BaselineText.ShouldBe("You have 30 days.");
        changed.Rerun.ShouldBe("layerevals run eval.yaml --case small/q-1");
    }

    const string Tags = "^</?(!doctype|html|head|meta|title|style|body|main|header|footer|section|details|summary|p|h1|h2|h3|ul|li|dl|dt|dd|b|br|mark|span|div|a|table|thead|tbody|tr|th|td|pre|code|figure|figcaption|svg|path|circle|rect|line|text|script)\\b";

    // The style sheet and the script are files of their own, and their hashes change with them.
    static string WithoutOurs(string html)
    {
        foreach (var element in new[] { "(?<=<style>).*?(?=</style>)", "(?<=<script type=\"module\">).*?(?=</script>)", "(?<='sha256-)[^']*" })
            html = Regex.Replace(html, element, "…", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        return html;
    }

    static SmallEval Hostile() => new(Golden, Settings)
    {
        Baseline = ScriptedModel.Saying(_ => "=1+1 {0} %s\n````\nfour backticks\n````"),
        Candidate = ScriptedModel.Saying(q => q switch
        {
            "Say yes" => "yes",
            "Fail" => throw new InvalidOperationException("<script>\u001b]0;title\u0007"),
            "Where?" => "www.evil.example and https://evil.example @everyone",
            _ => "</pre></div><script>alert(1)</script>\n````\n## Pass\n\u001b[2J\u202Egnp.exe\0 <!-- ",
        }),
    };
}
