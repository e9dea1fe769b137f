namespace LayerEvals.Leakage;

/// <summary>
/// Looks for the words of golden cases in fine-tuning data: runs of so many words in a row, the way contamination of benchmarks is looked for (Brown et al. 2020,
/// arXiv 2005.14165, appendix C). What is asked and what is expected is looked for; sources may well be in the data, since models are tuned on a house's documents.
/// </summary>
internal sealed class LeakSearch
{
    /// <summary>The least words that say anything.</summary>
    public const int Least = 4;

    // What stands in more cases than this is a form that they share, and says nothing of one of them; twins and their like are fewer.
    const int MostCases = 20;

    // A text that repeats itself is found by the first places of what it repeats.
    const int MostPlacesOfText = 8;

    readonly int length;
    readonly List<GoldenCase> cases = [];
    readonly List<int> wordsOf = [];
    readonly List<(int Case, SharedWords Words)> texts = [];

    // By the length of the runs: texts that are shorter than a run are looked for as a whole.
    readonly SortedDictionary<int, Dictionary<ulong, List<(int Text, int Place)>>> runs = [];

    /// <param name="golden">The cases.</param>
    /// <param name="length">How many words in a row are a leak.</param>
    public LeakSearch(IReadOnlyList<GoldenCase> golden, int length)
    {
        this.length = length;
        foreach (var one in golden) Add(one);
        foreach (var places in runs.Values)
            foreach (var common in places.Where(p => p.Value.Select(r => texts[r.Text].Case).Distinct().Count() > MostCases).Select(p => p.Key).ToList()) places.Remove(common);
    }

    public Leaks In(IEnumerable<TrainingExample> examples)
    {
        var found = new Dictionary<int, Leak>();
        var read = 0;
        foreach (var example in examples)
        {
            read++;
            foreach (var leak in In(example))
                found[leak.Case] = !found.TryGetValue(leak.Case, out var known) ? leak.Leak
                    : (leak.Leak.Shared > known.Shared ? leak.Leak : known) with { Examples = known.Examples + 1 };
        }
        var told = found.OrderByDescending(f => f.Value.Share).ThenBy(f => f.Key).Select(f => f.Value).ToList();
        return new Leaks(told, wordsOf.Count(words => words == 0), read);
    }

    void Add(GoldenCase golden)
    {
        cases.Add(golden);
        wordsOf.Add(0);
        foreach (var text in golden.Holes.Values.Concat(golden.Messages.Where(m => m.Role != "system").Select(m => m.Text)).Append(golden.Expect).OfType<string>())
        {
            var words = SharedWords.Of(text);
            if (words.Words.Count < Least) continue;
            texts.Add((cases.Count - 1, words));
            wordsOf[^1] += words.Words.Count;
            var run = Math.Min(length, words.Words.Count);
            if (!runs.TryGetValue(run, out var places)) runs[run] = places = [];
            foreach (var (place, hash) in words.Runs(run))
            {
                if (!places.TryGetValue(hash, out var known)) places[hash] = known = [];
                if (known.Count < MostPlacesOfText || known[^MostPlacesOfText].Text != texts.Count - 1) known.Add((texts.Count - 1, place));
            }
        }
    }

    IEnumerable<(int Case, Leak Leak)> In(TrainingExample example)
    {
        var shared = new SortedDictionary<int, bool[]>();
        foreach (var words in example.Texts.Select(SharedWords.Of))
            foreach (var (run, places) in runs)
                foreach (var (at, hash) in words.Runs(run))
                    foreach (var (text, place) in places.GetValueOrDefault(hash) ?? [])
                        if (AreEqual(texts[text].Words, place, words, at, run))
                        {
                            if (!shared.TryGetValue(text, out var marked)) shared[text] = marked = new bool[texts[text].Words.Words.Count];
                            marked.AsSpan(place, run).Fill(true);
                        }
        foreach (var of in shared.GroupBy(s => texts[s.Key].Case))
        {
            var best = of.Select(s => Longest(texts[s.Key].Words, s.Value)).MaxBy(t => t.Length)!; // a group has one
            yield return (of.Key, new Leak(cases[of.Key], of.Sum(s => s.Value.Count(m => m)), wordsOf[of.Key], example.Line, best));
        }
    }

    static string Longest(SharedWords words, bool[] marked)
    {
        var (first, count) = (0, 0);
        for (var i = 0; i < marked.Length; i++)
        {
            var end = i;
            while (end < marked.Length && marked[end]) end++;
            if (end - i > count) (first, count) = (i, end - i);
            i = Math.Max(i, end);
        }
        return words.Between(first, first + count - 1);
    }

    static bool AreEqual(SharedWords a, int i, SharedWords b, int j, int count)
    {
        for (var k = 0; k < count; k++)
        {
            var (x, y) = (a.Words[i + k], b.Words[j + k]);
            if (!a.Text.AsSpan(x.Start, x.Length).Equals(b.Text.AsSpan(y.Start, y.Length), StringComparison.OrdinalIgnoreCase)) return false;
        }
        return true;
    }
}
