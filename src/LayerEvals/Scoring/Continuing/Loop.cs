using LayerEvals.Diagnostics;

namespace LayerEvals.Scoring.Continuing;

/// <summary>Tells that an answer falls into a loop: one sentence again and again, and little else.</summary>
internal static class Loop
{
    const int FewestTimes = 8;
    const int FewestWords = 4;

    // Refrains, and lines that a form repeats, leave more room for others.
    const double LeastOfText = 0.6;

    public static Tell? In(Subject subject)
    {
        var sentences = Sentences.In(subject.Text);
        if (sentences.Count < FewestTimes) return null;
        var times = new Dictionary<string, (int Count, int Words)>(StringComparer.Ordinal);
        var all = 0;
        foreach (var (start, length) in sentences)
        {
            var words = Phrasing.Words.Of(subject.Text.Substring(start, length)).ToList();
            all += words.Count;
            var key = string.Join(' ', words);
            times[key] = (times.GetValueOrDefault(key).Count + 1, words.Count);
        }
        foreach (var (sentence, (count, words)) in times)
            if (count >= FewestTimes && words >= FewestWords && count * words >= LeastOfText * all) return new Tell($"says one sentence {count} times", sentence);
        return null;
    }
}
