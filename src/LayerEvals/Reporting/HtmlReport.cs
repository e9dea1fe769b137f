using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting;

/// <summary>Writes report.html: one file, no script, no network. Every text from outside goes through the encoder.</summary>
internal static class HtmlReport
{
    public static string Of(Report report)
    {
        var comparison = report.Comparison;
        var html = new StringBuilder(64 * 1024);
        var title = $"{Report.Word(comparison.Verdict)}: {report.Config.Candidate.Name} against {report.Config.Baseline.Name}";
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        // No script, no font, no picture from anywhere: text that slipped through could still load nothing.
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{E(title)}</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n");
        html.Append(CultureInfo.InvariantCulture, $"<header class=\"{Class(comparison.Verdict)}\">\n<p class=\"word\"><span aria-hidden=\"true\">{Icon(comparison.Verdict)}</span> {Report.Word(comparison.Verdict)}</p>\n<h1>{E(report.Config.Candidate.Name)} against {E(report.Config.Baseline.Name)}</h1>\n<p>{E(comparison.Sentence)}</p>{(comparison.LookSentence is { } look ? $"\n<p>{E(look)}</p>" : "")}\n</header>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"run\">Configuration {E(report.Config.Name)}. {comparison.Coverage.Ran} of {Numerals.Count(comparison.Coverage.Planned, "case")}{(comparison.Samples > 1 ? $", {comparison.Samples} samples each" : "")}. Run {E(report.Run)}.</p>\n");
        if (report.UsesEmbeddedReader) html.Append("<p class=\"note\">A side is answered by the embedded reader, an extractive program that quotes its sources. It is not a language model.</p>\n");
        foreach (var note in report.Notes) html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{E(note)}</p>\n");
        foreach (var warning in report.Warnings) html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{warning.Id}: {E(warning.What)}.</p>\n");
        Layers(html, report);
        AbstentionSections.Html(html, report, E);
        NoiseSections.Html(html, report, E);
        Compared(html, report);
        Cases(html, report);
        html.Append("</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    static void Layers(StringBuilder html, Report report)
    {
        html.Append("<section>\n<h2>Layers</h2>\n<ul class=\"sentences\">\n");
        foreach (var layer in report.Comparison.Layers)
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"{Class(layer.Verdict)}\"><b>{E(report.LayerOf(layer.Layer).Title)}</b> <span class=\"tag\">{Icon(layer.Verdict)} {Report.LayerWord(layer.Verdict)}</span><br>{E(report.SentenceOf(layer))}</li>\n");
        html.Append("</ul>\n<div class=\"scroll\">\n<table>\n<thead><tr><th scope=\"col\">Layer</th><th scope=\"col\">n</th>");
        html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{E(report.Config.Baseline.Name)}</th><th scope=\"col\">{E(report.Config.Candidate.Name)}</th>");
        html.Append("<th scope=\"col\">Difference (points)</th><th scope=\"col\">Got worse</th><th scope=\"col\">Got better</th><th scope=\"col\">Errored</th><th scope=\"col\">Unscored</th><th scope=\"col\">Holm p</th><th scope=\"col\">Verdict</th></tr></thead>\n<tbody>\n");
        foreach (var layer in report.Comparison.Layers) Row(html, report.LayerOf(layer.Layer).Title, layer, Report.LayerWord(layer.Verdict), layer.Verdict);
        Row(html, "Overall", report.Comparison.Overall, Report.Word(report.Comparison.Verdict), report.Comparison.Verdict);
        html.Append(CultureInfo.InvariantCulture, $"</tbody>\n</table>\n</div>\n<p class=\"run\">{E(GateText.Of(report.Comparison))}</p>\n</section>\n");
    }

    static void Row(StringBuilder html, string title, LayerComparison layer, string word, Verdict verdict)
    {
        var tally = layer.Tally;
        html.Append(CultureInfo.InvariantCulture, $"<tr class=\"{Class(verdict)}\"><th scope=\"row\">{E(title)}</th><td>{tally.N}</td><td>{Bar(tally.BaselineRate, layer.Baseline)}</td><td>{Bar(tally.CandidateRate, layer.Candidate)}</td>");
        html.Append(CultureInfo.InvariantCulture, $"<td>{MarkdownReport.Difference(layer)}</td><td>{tally.Worse.Count}</td><td>{tally.Better.Count}</td><td>{tally.Errored}</td><td>{tally.Unscored}</td><td>{E(Numerals.P(layer.HolmP))}</td><td class=\"verdict\">{Icon(verdict)} {word}</td></tr>\n");
    }

    static string Bar(double rate, Interval? interval) => interval is null ? "-" :
        $"<span class=\"bar\"><span style=\"width:{Numerals.Fixed(rate * 100, 1)}%\"></span></span>{MarkdownReport.Rate(rate, interval)}";

    static void Compared(StringBuilder html, Report report)
    {
        html.Append("<section>\n<h2>What was compared</h2>\n<div class=\"scroll\">\n<table>\n<thead><tr><th scope=\"col\"></th><th scope=\"col\">Baseline</th><th scope=\"col\">Candidate</th></tr></thead>\n<tbody>\n");
        foreach (var (name, of) in LayerMap.Rows)
        {
            var (baseline, candidate) = (of(report.Config.Baseline), of(report.Config.Candidate));
            if (baseline is not null || candidate is not null) html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{name}</th><td>{E(baseline ?? "-")}</td><td>{E(candidate ?? "-")}</td></tr>\n");
        }
        html.Append("</tbody>\n</table>\n</div>\n<div class=\"scroll\">\n<table>\n<thead><tr><th scope=\"col\">Golden set</th><th scope=\"col\">Cases</th><th scope=\"col\">Owner</th><th scope=\"col\">Origin</th></tr></thead>\n<tbody>\n");
        foreach (var set in report.Sets)
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{E(set.Title)}</th><td>{set.Cases.Count}</td><td>{E(set.Owner ?? "-")}</td><td>{E(set.Origin ?? "-")}</td></tr>\n");
        html.Append("</tbody>\n</table>\n</div>\n</section>\n");
    }

    static void Cases(StringBuilder html, Report report)
    {
        if (report.MustFailed.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>Must-pass cases that failed ({report.Comparison.MustPass.Failed.Count})</h2>\n");
            foreach (var failed in report.MustFailed) Case(html, report, failed, "must-");
            html.Append("</section>\n");
        }
        html.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>Got worse ({report.WorseInAll})</h2>\n");
        if (report.WorseInAll == 0) html.Append("<p>No case got worse.</p>\n");
        if (report.WorseInAll > report.Worse.Count) html.Append(CultureInfo.InvariantCulture, $"<p>The first {report.Worse.Count} of {report.WorseInAll}; all of them are in scores.jsonl.</p>\n");
        foreach (var changed in report.Worse) Case(html, report, changed, "");
        html.Append("</section>\n");
    }

    static void Case(StringBuilder html, Report report, ChangedCase changed, string anchor)
    {
        var layers = changed.Layers.Count == 0 ? "The baseline fails it too." : $"Layers: {string.Join(", ", changed.Layers)}";
        html.Append(CultureInfo.InvariantCulture, $"<article id=\"{anchor}{E(changed.Case.Key)}\">\n<h3>{E(changed.Case.Key)}</h3>\n<p class=\"run\">{E(changed.Case.File)}:{changed.Case.Line}. {E(layers)}</p>\n<ul>\n");
        foreach (var failed in changed.Failed)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><b>{E(failed.Check)}</b> ({E(failed.Layer)}): {E(failed.Reason)}");
            foreach (var part in failed.Parts) Part(html, part);
            html.Append("</li>\n");
        }
        html.Append(CultureInfo.InvariantCulture, $"</ul>\n<p class=\"asked\">{E(changed.Question)}</p>\n<div class=\"sides\">\n<div><h4>{E(report.Config.Baseline.Name)}</h4><pre>{E(changed.BaselineText)}</pre></div>\n<div><h4>{E(report.Config.Candidate.Name)}</h4><pre>{E(changed.CandidateText)}</pre></div>\n</div>\n<p class=\"again\">Run it again: <code>{E(changed.Rerun)}</code></p>\n</article>\n");
    }

    static void Part(StringBuilder html, FailedPart part)
    {
        html.Append(CultureInfo.InvariantCulture, $"<br>{E(part.Name)}: {E(part.Reason)}");
        if (part.Claim is { } claim) html.Append(CultureInfo.InvariantCulture, $"<br><span class=\"run\">Claim:</span> {E(claim.Before)}<b>{E(claim.Marked)}</b>{E(claim.After)}");
        if (part.Source is { } source) html.Append(CultureInfo.InvariantCulture, $"<br><span class=\"run\">Source {E(source)}:</span> {E(part.SourceText ?? "")}");
    }

    static string E(string text) => HtmlEncoder.Default.Encode(Printable.Lines(text));

    static string Class(Verdict verdict) => verdict switch { Verdict.Pass => "pass", Verdict.Regression => "regression", _ => "open" };

    // Colour never stands alone: each verdict has a sign and a word.
    static string Icon(Verdict verdict) => verdict switch { Verdict.Pass => "&#10003;", Verdict.Regression => "&#10007;", _ => "?" };

    const string Style = """

        :root { color-scheme: light dark; --text: #1b1f24; --dim: #57606a; --line: #d0d7de; --back: #ffffff; --soft: #f6f8fa; --pass: #116329; --regression: #a40e26; --open: #57606a; --bar: #6e7781; }
        @media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9198a1; --line: #3d444d; --back: #0d1117; --soft: #161b22; --pass: #56d364; --regression: #ff7b72; --open: #9198a1; --bar: #8b949e; } }
        body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        header { border-left: .5rem solid; padding: .25rem 0 .25rem 1rem; margin-bottom: 1rem; }
        header h1 { font-size: 1.4rem; margin: 0; color: var(--text); } header p { margin: .25rem 0; color: var(--text); }
        header .word { font-size: 2rem; font-weight: 700; color: inherit; }
        .pass { border-color: var(--pass); } header.pass .word, .pass .verdict, .pass .tag { color: var(--pass); }
        .regression { border-color: var(--regression); } header.regression .word, .regression .verdict, .regression .tag { color: var(--regression); }
        .open { border-color: var(--open); } header.open .word, .open .verdict, .open .tag { color: var(--open); }
        h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 0; } h4 { font-size: .85rem; margin: 0 0 .25rem; color: var(--dim); }
        .run { color: var(--dim); font-size: .875rem; } .note { background: var(--soft); border: 1px solid var(--line); padding: .5rem .75rem; }
        .sentences { list-style: none; padding: 0; } .sentences li { border-left-width: .25rem; border-left-style: solid; padding-left: .75rem; margin: .5rem 0; } .tag { font-weight: 600; font-size: .875rem; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; margin: .5rem 0; }
        th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; } thead th { color: var(--dim); font-weight: 600; } .verdict { font-weight: 600; white-space: nowrap; }
        .bar { display: block; width: 6rem; height: .4rem; background: var(--line); margin: .3rem 0; } .bar span { display: block; height: 100%; background: var(--bar); }
        article { border-top: 1px solid var(--line); padding: 1rem 0; } .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem; }
        pre { background: var(--soft); border: 1px solid var(--line); padding: .75rem; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; } .asked { white-space: pre-wrap; } code { font-size: .85rem; overflow-wrap: anywhere; }
        @media print { main { max-width: none; } article { break-inside: avoid; } }
        """;
}
