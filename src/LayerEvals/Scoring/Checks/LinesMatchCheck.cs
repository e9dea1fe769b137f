using System.Text.RegularExpressions;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Checks;

/// <summary>Every line that is not blank matches a pattern, or every bullet does: each finding starts with its severity.</summary>
internal static class LinesMatchCheck
{
    public static CheckType Type { get; } = new("lines-match", Layers.Prompt, Read) { Short = CheckType.As("pattern") };

    static Check? Read(MapReader settings)
    {
        var written = settings.Required("pattern", "write a .NET regular expression, such as `pattern: '^(high|medium|low): '`");
        var ofBullets = settings.OneOf("lines", "all", "bullets") == "bullets";
        var ignoreCase = settings.Flag("ignore-case") ?? false;
        if (written.Length == 0 || Pattern.Compile(settings, written, ignoreCase) is not { } pattern) return null;
        return subject =>
        {
            try
            {
                return Judge(pattern, ofBullets, subject.Text);
            }
            catch (RegexMatchTimeoutException e)
            {
                return Finding.Unscored(Pattern.Says(e));
            }
        };
    }

    static Finding Judge(Regex pattern, bool ofBullets, string text)
    {
        var (looked, wrong, number, at) = (0, 0, 0, 0);
        string? first = null;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace() || ofBullets && !Units.IsBullet(line)) continue;
            looked++;
            // Of a bullet its text: the pattern need not say how bullets are written.
            var content = ofBullets ? line.TrimStart()[1..].TrimStart() : line;
            if (pattern.IsMatch(content)) continue;
            wrong++;
            if (first is null) (first, at) = (line.ToString(), number);
        }
        if (looked == 0) return Finding.Fail("expected bullets, found none", Scorer.Quote(text));
        if (first is null) return Finding.Pass;
        var of = ofBullets ? "bullet" : "line";
        return Finding.Fail($"{wrong} of {Numerals.Count(looked, of)} {(wrong == 1 ? "does" : "do")} not match `{Printable.Short(pattern.ToString(), 80)}`, first in line {at}: `{Printable.Short(first, 80)}`", Scorer.Quote(first));
    }
}
