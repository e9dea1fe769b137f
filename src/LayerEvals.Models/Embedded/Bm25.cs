namespace LayerEvals.Models;

/// <summary>Ranks sentences against a question with BM25, and says how much of the question each one covers.</summary>
/// <remarks>
/// Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
/// Information Retrieval 3(4), equation 3.15; titles are added as a weighted field before saturation (BM25F, section 3.6). A sentence is the document.
/// The idf is ln(1 + (N − n + 0.5) / (n + 0.5)), which is never negative; n is at least 1, so that a word which no sentence
/// has weighs as much as one which a single sentence has; N is at least <see cref="FewestSentences"/>.
/// </remarks>
internal static class Bm25
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.5;

    // With two sentences to go by, every word that both have would weigh nothing.
    private const int FewestSentences = 12;
    private const int WeightiestTerms = 6;
    private const double NamedSource = 1.5;
    private const double NoNumber = 0.6;
    private const double ADenial = 1.6;

    // The kind of value that is asked for counts like one rare word.
    private const double WantedWeight = 1.6;

    // How much of a term is covered by its synonym, and by where it stands.
    private const double BySynonym = 0.8;
    private const double InTitle = 0.9;
    private const double InLead = 0.9;
    private const double InNeighbour = 0.5;
    private const double ElsewhereInPassage = 0.35;

    public static (double Score, double Coverage)[] Score(Question question, Candidates candidates, Vocabulary vocabulary, ReaderTraits traits)
    {
        var terms = new TermTable(question, vocabulary);
        var all = candidates.All;
        var found = new Found[all.Count];
        var length = 0.0;
        for (var number = 0; number < all.Count; number++)
        {
            found[number] = terms.FindIn(all[number].Stems);
            length += all[number].Stems.Length;
        }
        var titles = new double[candidates.Titles.Count][];
        for (var number = 0; number < titles.Length; number++) titles[number] = terms.FindIn(candidates.Titles[number]).Frequencies;
        var idf = terms.Idf(found, titles, candidates);
        var passages = Passages(found, candidates, terms.Count);
        var scores = new (double, double)[all.Count];
        var given = (question, traits, Math.Max(1, length / all.Count), Whole(question, idf));
        for (var number = 0; number < all.Count; number++)
        {
            var place = new Place(number, titles[all[number].Passage], passages[all[number].Passage]);
            scores[number] = ScoreOne(place, found, candidates, idf, given);
        }
        return scores;
    }

    private static (double, double) ScoreOne(
        Place place, Found[] found, Candidates candidates, double[] idf, (Question Question, ReaderTraits Traits, double AverageLength, double Whole) given)
    {
        var candidate = candidates.All[place.Number];
        var own = found[place.Number];
        var (score, covered) = (0.0, 0.0);
        var norm = Saturation * (1 - LengthShare + LengthShare * candidate.Stems.Length / given.AverageLength);
        var lead = candidate.Lead < 0 ? null : found[candidate.Lead].Frequencies;
        var before = Neighbour(place.Number - 1, candidate, found, candidates);
        var after = Neighbour(place.Number + 1, candidate, found, candidates);
        for (var term = 0; term < idf.Length; term++)
        {
            var weight = idf[term] * given.Question.Terms[term].Weight;
            var frequency = own.At(term) + given.Traits.TitleWeight * Math.Min(1, place.Title[term]) + (lead is null ? 0 : 0.5 * lead[term]);
            score += weight * frequency * (Saturation + 1) / (frequency + norm);
            covered += weight * Math.Min(1, Largest(
                own.At(term), InTitle * Math.Min(1, place.Title[term]), lead is null ? 0 : InLead * lead[term],
                InNeighbour * Math.Min(1, Math.Max(before.At(term), after.At(term))), ElsewhereInPassage * Math.Min(1, place.Passage[term])));
        }
        score += given.Traits.BigramBonus * own.Pairs;
        var wants = given.Question.Wants;
        var isOfKind = wants == Wanted.Any || WantedValues.IsIn(candidates.SpanOf(candidate), wants);
        var whole = given.Whole + (wants == Wanted.Any ? 0 : WantedWeight);
        if (wants != Wanted.Any && isOfKind && own.Any > 0) covered += WantedWeight;
        var coverage = whole > 0 ? Math.Min(1, covered / whole) : 0;
        var id = candidates.Passages[candidate.Passage].Id;
        if (id is not null && given.Question.Text.Contains(id, StringComparison.OrdinalIgnoreCase)) return ((score + 1) * NamedSource, Math.Max(coverage, 0.8));
        if (given.Question.AsksForDenied && YesNo.Denies(candidates.SpanOf(candidate))) score *= ADenial;
        if (own.Any == 0) return (score * 0.3, coverage * 0.5);
        if (wants != Wanted.Any) return isOfKind ? (score, coverage) : (score * NoNumber, coverage);
        return given.Question.WantsNumber && !candidate.HasNumber ? (score * NoNumber, coverage * 0.85) : (score, coverage);
    }

    // A question that tells a story is covered when its weightiest terms are.
    private static double Whole(Question question, double[] idf)
    {
        var weights = new double[idf.Length];
        for (var term = 0; term < idf.Length; term++) weights[term] = -idf[term] * question.Terms[term].Weight;
        Array.Sort(weights);
        var whole = 0.0;
        for (var term = 0; term < weights.Length && term < WeightiestTerms; term++) whole -= weights[term];
        return whole;
    }

    private static Found Neighbour(int number, Candidate candidate, Found[] found, Candidates candidates)
    {
        var isNeighbour = number >= 0 && number < found.Length && candidates.All[number].Passage == candidate.Passage;
        return isNeighbour ? found[number] : default;
    }

    private static double[][] Passages(Found[] found, Candidates candidates, int terms)
    {
        var passages = new double[candidates.Passages.Count][];
        for (var number = 0; number < passages.Length; number++) passages[number] = new double[terms];
        for (var number = 0; number < found.Length; number++)
            for (var term = 0; term < terms; term++)
                passages[candidates.All[number].Passage][term] = Math.Max(passages[candidates.All[number].Passage][term], found[number].At(term));
        return passages;
    }

    private static double Largest(double a, double b, double c, double d, double e) => Math.Max(Math.Max(Math.Max(a, b), Math.Max(c, d)), e);

    /// <summary>What a sentence has of each term (a synonym counts for <see cref="BySynonym"/>), and the pairs that stand together.</summary>
    internal readonly record struct Found(double[] Frequencies, int Pairs, int Any)
    {
        public double At(int term) => Frequencies is null ? 0 : Frequencies[term];
    }

    private sealed record Place(int Number, double[] Title, double[] Passage);

    private sealed class TermTable
    {
        private static readonly double[] Nothing = new double[64];
        private readonly int[] termOfStem;
        private readonly Dictionary<int, int> termOfGroup = [];
        private readonly Vocabulary vocabulary;

        public TermTable(Question question, Vocabulary vocabulary)
        {
            this.vocabulary = vocabulary;
            termOfStem = new int[vocabulary.Count];
            Array.Fill(termOfStem, -1);
            Count = question.Terms.Count;
            for (var term = 0; term < Count; term++)
            {
                termOfStem[question.Terms[term].Stem] = term;
                var group = vocabulary.GroupOf(question.Terms[term].Stem);
                if (group >= 0) termOfGroup.TryAdd(group, term);
            }
        }

        public int Count { get; }

        public Found FindIn(int[] stems)
        {
            double[]? frequencies = null;
            var (pairs, any, last) = (0, 0, -2);
            foreach (var stem in stems)
            {
                var term = termOfStem[stem];
                var amount = 1.0;
                if (term < 0) (term, amount) = (termOfGroup.GetValueOrDefault(vocabulary.GroupOf(stem), -1), BySynonym);
                if (term < 0)
                {
                    last = -2;
                    continue;
                }

                frequencies ??= new double[Count];
                frequencies[term] = amount < 1 ? Math.Max(frequencies[term], amount) : frequencies[term] < 1 ? 1 : frequencies[term] + 1;
                if (term == last + 1) pairs++;
                last = term;
                any++;
            }
            return new Found(frequencies ?? Nothing, pairs, any);
        }

        public double[] Idf(Found[] found, double[][] titles, Candidates candidates)
        {
            var idf = new double[Count];
            for (var term = 0; term < Count; term++)
            {
                var holders = 0;
                for (var number = 0; number < found.Length; number++)
                    if (found[number].At(term) > 0 || titles[candidates.All[number].Passage][term] > 0) holders++;
                holders = Math.Max(1, holders);
                idf[term] = Math.Log(1 + (Math.Max(found.Length, FewestSentences) - holders + 0.5) / (holders + 0.5));
            }
            return idf;
        }
    }
}
