using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Checks;

/// <summary>The checks that count. Limits are inclusive, and the message says so by naming both numbers.</summary>
internal static class CountChecks
{
    public static CheckType Words { get; } = Counting("words", "word", Units.Words);

    public static CheckType Sentences { get; } = Counting("sentences", "sentence", text => Scoring.Sentences.In(text).Count);

    public static CheckType Paragraphs { get; } = Counting("paragraphs", "paragraph", Units.Paragraphs);

    public static CheckType Bullets { get; } = Counting("bullets", "bullet", Units.Bullets);

    public static CheckType Lines { get; } = Counting("lines", "line", Units.Lines);

    /// <summary>The headings of Markdown.</summary>
    public static CheckType Sections { get; } = Counting("sections", "section", Units.Sections);

    static CheckType Counting(string name, string unit, Func<string, int> count) => new(name, Layers.Prompt, settings => Read(settings, unit, count))
    {
        Short = CheckType.As("min", "max"),
    };

    static Check? Read(MapReader settings, string unit, Func<string, int> count)
    {
        // An exact number stands under both keys and is read once, so that a mistake in it is said once.
        var isExact = settings.Node("min") is { } number && ReferenceEquals(number, settings.Node("max"));
        var max = settings.Whole("max", 0, int.MaxValue);
        var min = isExact ? max : settings.Whole("min", 0, int.MaxValue);
        if (min is null && max is null)
        {
            if (settings.Node("min") is not null || settings.Node("max") is not null) return null;
            settings.Missing(["min", "max"], ProblemIds.MissingKey, $"expected a limit of {unit}s, found none", "write {min: …, max: …}, one of them, or an exact number");
            return null;
        }
        if (min > max)
        {
            settings.File.Error(ProblemIds.OutOfRange, settings.Line, $"expected min to be at most max, found min {min} and max {max}", "correct one of them");
            return null;
        }
        return subject =>
        {
            // Not-found sentences and the like are short by nature: only a minimum can be unfair to a right abstention.
            if (min > 0 && subject.Case.Answerable == false && subject.Abstained) return Finding.NotApplicable("rightly answered \"not found in sources\"");
            var found = count(subject.Text);
            if (found < min) return Finding.Fail($"{Numerals.Count(found, unit)}, {(min == max ? "exactly" : "at least")} {min}", Scorer.Quote(subject.Text));
            if (found > max) return Finding.Fail($"{Numerals.Count(found, unit)}, {(min == max ? "exactly" : "at most")} {max}", Scorer.Quote(subject.Text));
            return Finding.Pass;
        };
    }
}
