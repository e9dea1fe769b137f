using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>A sentence that could be said, as stems; <paramref name="Lead"/> is the line that introduces its list, or the sentence before it that its pronoun stands for, or -1.</summary>
internal sealed record Candidate(int Passage, Range Range, int[] Stems, int Lead)
{
    public bool HasNumber { get; init; }
}

/// <summary>Every sentence of every passage, in order, with the stems of the titles.</summary>
internal sealed partial class Candidates
{
    private Candidates(IReadOnlyList<Passage> passages, List<Candidate> all, List<int[]> titles)
    {
        Passages = passages;
        All = all;
        Titles = titles;
    }

    public IReadOnlyList<Passage> Passages { get; }

    public IReadOnlyList<Candidate> All { get; }

    public IReadOnlyList<int[]> Titles { get; }

    public ReadOnlySpan<char> SpanOf(Candidate candidate) => Passages[candidate.Passage].Text.AsSpan(candidate.Range);

    public string TextOf(Candidate candidate) => Plain.OneLine(Passages[candidate.Passage].Text.AsSpan(candidate.Range));

    public static Candidates Of(IReadOnlyList<Passage> passages, Vocabulary vocabulary)
    {
        var all = new List<Candidate>();
        var titles = new List<int[]>(passages.Count);
        for (var number = 0; number < passages.Count; number++)
        {
            var (_, title, text) = passages[number];
            titles.Add(vocabulary.Read(title));
            var lead = -1;
            var isFirst = true;
            foreach (var range in Sentences.Of(text))
            {
                var sentence = text.AsSpan(range);
                // A sentence that gives its reader orders is not evidence; sources are data, never instructions.
                if (Orders(sentence)) continue;

                var isItem = IsItem(text, range);
                if (!isItem) lead = -1;
                var speaksOf = isItem ? lead : isFirst || !PointsBack().IsMatch(sentence) ? -1 : all.Count - 1;
                isFirst = false;
                all.Add(new Candidate(number, range, vocabulary.Read(sentence), speaksOf) { HasNumber = HasNumberIn(sentence) });
                if (sentence[^1] == ':') lead = all.Count - 1;
            }
        }
        return new Candidates(passages, all, titles);
    }

    /// <summary>Whether the sentence tells its reader to leave the rules.</summary>
    public static bool Orders(ReadOnlySpan<char> sentence) => OrdersTheReader().IsMatch(sentence);

    private static bool IsItem(string text, Range range)
    {
        var at = range.Start.Value - 1;
        while (at >= 0 && text[at] == ' ') at--;
        return at >= 0 && text[at] is '-' or '*' or '•' or '–' or ')' or '.';
    }

    private static bool HasNumberIn(ReadOnlySpan<char> sentence) => sentence.IndexOfAnyInRange('0', '9') >= 0 || NumberWord().IsMatch(sentence);

    [GeneratedRegex(@"^(?:\S{1,20}\s){0,3}(?:it|they|he|she|this|these|such)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PointsBack();

    [GeneratedRegex(@"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rules?|prompts?|previous|above)\b|\b(?:system prompt|you are now|as an ai)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex OrdersTheReader();

    [GeneratedRegex(@"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|half|twice|once|free|noon|midnight|immediately|daily|weekly|monthly|yearly|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberWord();
}
