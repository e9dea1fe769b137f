using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring.Checks;

/// <summary>Words that must or must not occur, as whole words: <c>fee</c> is not in <c>coffee</c>.</summary>
internal static class KeywordChecks
{
    public static CheckType Keywords { get; } = new("keywords", Layers.Prompt, ReadKeywords) { Short = CheckType.Under("all"), IsSilentOnAbstention = true };

    public static CheckType Forbidden { get; } = new("forbidden", Layers.Prompt, ReadForbidden) { Short = CheckType.Under("any") };

    static Check? ReadKeywords(MapReader settings)
    {
        var min = settings.Whole("min", 0, int.MaxValue) ?? 1;
        var max = settings.Whole("max", 0, int.MaxValue);
        if (Wanted.Read(settings) is not { } wanted) return null;
        if (!(min > max)) return subject => Judge(wanted, (min, max), subject);
        settings.File.Error(ProblemIds.OutOfRange, settings.Line, $"expected min to be at most max, found min {min} and max {max}", max == 0 ? "words that must not occur go into `forbidden`" : "correct one of them; without `min` it is 1");
        return null;
    }

    static Finding Judge(Wanted wanted, (int Min, int? Max) limits, Subject subject)
    {
        var text = Wanted.Folded(subject.Text);
        foreach (var word in wanted.All)
            if (Wrong(Times(text, word, wanted), limits) is { } wrong) return Finding.Fail($"`{Printable.Short(word, 60)}` {wrong}", Scorer.Quote(subject.Text));
        if (wanted.Any.Count == 0 || wanted.Any.Any(word => Wrong(Times(text, word, wanted), limits) is null)) return Finding.Pass;
        return Finding.Fail($"none of {Listed(wanted.Any)} occurs {Limits(limits)}", Scorer.Quote(subject.Text));
    }

    static string? Wrong(int times, (int Min, int? Max) limits) => times < limits.Min
        ? $"occurs {Numerals.Count(times, "time")}, at least {limits.Min}"
        : times > limits.Max ? $"occurs {Numerals.Count(times, "time")}, at most {limits.Max}" : null;

    static string Limits((int Min, int? Max) limits) => limits.Max is { } max ? $"{limits.Min} to {max} times" : $"at least {Numerals.Count(limits.Min, "time")}";

    static Check? ReadForbidden(MapReader settings) => Wanted.Read(settings) is not { } wanted ? null : subject =>
    {
        var text = Wanted.Folded(subject.Text);
        var found = wanted.Any.Where(word => Times(text, word, wanted) > 0).ToList();
        if (wanted.All.Count > 0 && wanted.All.All(word => Times(text, word, wanted) > 0)) found.AddRange(wanted.All);
        return found.Count == 0
            ? Finding.Pass
            : Finding.Fail($"expected no {string.Join(" and no ", found.Take(8).Select(w => $"`{Printable.Short(w, 60)}`"))}, found {Numerals.Count(found.Sum(word => Times(text, word, wanted)), "occurrence")}", Scorer.Quote(subject.Text));
    };

    static int Times(string text, string word, Wanted wanted) => WholeWords.Count(text, word, wanted.Comparison);

    static string Listed(IReadOnlyList<string> words) => string.Join(", ", words.Take(8).Select(w => $"`{Printable.Short(w, 60)}`"));
}
