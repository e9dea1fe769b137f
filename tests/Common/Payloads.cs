using System.Text;

namespace LayerEvals.Testing;

/// <summary>Texts that try to be more than text, each with a number in it that is shown where the text is. <c>boom(N)</c> is what they would call.</summary>
internal static class Payloads
{
    // Before All, which is made of it.
    static readonly string[] Breakouts = ["", "\">", "'>", "</pre>", "</script>", "-->", "]]>", "</style>", "</title>", "</textarea>"];

    public static IReadOnlyList<string> All { get; } = [.. Written().Concat(Handlers()).Concat(Addresses()).Concat(Characters()).Concat(Formulas()).Select((text, i) => text.Replace("$N", $"{i}", StringComparison.Ordinal))];

    static IEnumerable<string> Written()
    {
        foreach (var breakout in Breakouts)
        {
            yield return $"{breakout}<script>boom($N)</script>";
            yield return $"{breakout}<img src=x onerror=boom($N)>";
            yield return $"{breakout}<svg onload=boom($N)>";
            yield return $"{breakout}<iframe srcdoc=\"<script>parent.boom($N)</script>\"></iframe>";
            yield return $"{breakout}<style>*{{display:none}}</style>";
        }
        string[] others =
        [
            "<!--", "<!-- <script>boom($N)", "<script type=module>boom($N)", "<script>/*", "</script", "</script/x>", "<![CDATA[<script>boom($N)</script>]]>", "<?xml version=\"1.0\"?><script>boom($N)</script>",
            "<template><script>boom($N)</script></template>", "<math><mtext></form><form><mglyph><svg><mtext><textarea><path id=\"</textarea><img onerror=boom($N) src=1>\">",
            "<svg><script>boom($N)</script></svg>", "<svg><animate onbegin=boom($N) attributeName=x dur=1s>", "<svg><use href=\"data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><script>boom($N)</script></svg>#x\"/></svg>",
            "<svg><foreignObject><iframe src=javascript:boom($N)></iframe></foreignObject></svg>", "<svg><style><img src=x onerror=boom($N)></style></svg>",
            "<noscript><p title=\"</noscript><img src=x onerror=boom($N)>\">", "<object data=javascript:boom($N)></object>", "<embed src=javascript:boom($N)>", "<base href=https://evil.example/>",
            "<meta http-equiv=refresh content=\"0;url=https://evil.example/$N\">", "<link rel=stylesheet href=https://evil.example/$N.css>", "<form action=https://evil.example/$N><button autofocus>x</button></form>",
            "<a href=https://evil.example/$N>click</a>", "<input autofocus onfocus=boom($N)>", "<details open ontoggle=boom($N)>", "<video><source onerror=boom($N)></video>", "<audio src=x onerror=boom($N)>",
            "<marquee onstart=boom($N)>", "<body onload=boom($N)>", "<div style=\"position:fixed;inset:0;background:red\">over</div>", "<table><tr><td>", "</div></div></div></main></body></html>",
            "{{constructor.constructor('boom($N)')()}}", "${boom($N)}", "<%= boom($N) %>", "#{boom($N)}", "{% raw %}", "[[${boom($N)}]]", "{{{boom($N)}}}", "`${boom($N)}`", "\\u003cscript\\u003eboom($N)\\u003c/script\\u003e",
            "&lt;script&gt;boom($N)&lt;/script&gt;", "&#60;script&#62;boom($N)&#60;/script&#62;", "%3Cscript%3Eboom($N)%3C/script%3E", "+ADw-script+AD4-boom($N)+ADw-/script+AD4-", "\"};boom($N);//", "');boom($N);//", "\\\");boom($N);//",
            "__proto__", "constructor", "toString", "$&", "$1", "${", "%s %d {0} {1}", "../../../../etc/passwd", "$(boom $N)", "`boom $N`", "; boom $N", "| boom $N", "undefined", "null", "NaN", "true", "-0",
            "[x](javascript:boom($N))", "![x](https://evil.example/$N.png)", "```\n</pre>\n```", "# heading\n---\n", "https://evil.example/$N", "@everyone", "<https://evil.example/$N>", "]]>]]>", "\u2028boom($N)\u2029",
        ];
        foreach (var other in others) yield return other;
    }

    static IEnumerable<string> Handlers()
    {
        string[] events = ["click", "load", "error", "mouseover", "focus", "blur", "animationstart", "transitionend", "pointerrawupdate", "beforetoggle", "scroll", "wheel", "copy", "paste", "input", "change", "submit", "keydown", "begin", "end", "canplay", "loadstart", "message", "hashchange", "pageshow"];
        return events.SelectMany(name => new[] { $"\" on{name}=boom($N) x=\"", $"<x on{name}=boom($N) tabindex=1 id=x$N>here" });
    }

    static IEnumerable<string> Addresses()
    {
        string[] schemes = ["javascript:", "JaVaScRiPt:", "java\tscript:", "\u0001javascript:", "data:text/html,<script>", "vbscript:", "blob:", "file:///etc/passwd#", "//evil.example/", "view-source:"];
        return schemes.Select(scheme => $"<a href=\"{scheme}boom($N)\">x</a>");
    }

    static IEnumerable<string> Characters()
    {
        string[] odd =
        [
            "\u202Egnp.exe", "\u2066hidden\u2069", "\u200Bzero\u200Bwidth", "\uFEFFmark", "\u00ADsoft", "\u061Carabic", "\u180Emongol", "\u001b[31mred\u001b[0m", "\u001b]0;title\u0007", "\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007",
            "\u009b31m", "\0null", "\b\b\b\bback", "\r\roverwrite", "\v\f", "\u0085next", "\U000E0041\U000E0042tags", "🏴\U000E0067\U000E0062\U000E007F", "👩‍👩‍👧‍👦", "e\u0301\u0301\u0301\u0301", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢", "ﷺﷺﷺ", "\uFFFE\uFFFF", "مرحبا بالعالم", "שלום", "日本語", "𝕳𝖊𝖑𝖑𝖔",
            new StringBuilder().Insert(0, "a\u0300", 400).ToString(), new('W', 5000), new StringBuilder().Insert(0, "(", 3000).ToString(), new StringBuilder().Insert(0, "<b>", 2000).ToString(), new('\n', 300), new(' ', 3000), new('\u00A0', 3000), new('\t', 500),
        ];
        return odd.Select(text => text + " $N");
    }

    static IEnumerable<string> Formulas()
    {
        string[] formulas = ["=1+1", "=HYPERLINK(\"https://evil.example\",\"x\")", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "|1", "%0A=1"];
        return formulas.Select(text => text + "$N");
    }
}
