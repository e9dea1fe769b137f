namespace LayerEvals.Models;

/// <summary>A sentence found for a question: its text, the id of its source, its rank score, and the share of the question it covers.</summary>
internal sealed record Finding(string Text, string? Id, double Score, double Coverage, int Order);

/// <summary>The sentences found for a question, best first, and whether they are enough to answer it.</summary>
internal sealed record Evidence(IReadOnlyList<Finding> Ranked, bool IsEnough)
{
    // No answer quotes more; ranking stays full, only texts are made for these.
    private const int MostFindings = 40;

    public static Evidence None { get; } = new([], false);

    public double Coverage => Ranked.Count == 0 ? 0 : Ranked[0].Coverage;

    public static Evidence For(Question question, Candidates candidates, Vocabulary vocabulary, ReaderTraits traits, Chance chance, double? needed = null)
    {
        var all = candidates.All;
        if (all.Count == 0) return None;

        var scores = question.IsOpen ? null : Bm25.Score(question, candidates, vocabulary, traits);
        var order = new int[all.Count];
        var keys = new double[all.Count];
        for (var number = 0; number < all.Count; number++)
        {
            order[number] = number;
            var score = scores is null ? 1.0 / (1 + PlaceInPassage(all, number)) : scores[number].Score;
            keys[number] = -score * chance.Jitter(number);
        }
        Array.Sort(keys, order, Comparer<double>.Default);
        Settle(keys, order);
        var ranked = new List<Finding>(Math.Min(MostFindings, all.Count));
        for (var rank = 0; rank < all.Count && rank < MostFindings; rank++)
        {
            var candidate = all[order[rank]];
            var coverage = scores is null ? 1 : scores[order[rank]].Coverage;
            ranked.Add(new Finding(candidates.TextOf(candidate), candidates.Passages[candidate.Passage].Id, -keys[rank], coverage, order[rank]));
        }
        return new Evidence(ranked, ranked[0].Coverage >= (needed ?? traits.EvidenceNeeded) && ranked[0].Score > 0);
    }

    /// <summary>Puts the best sentence for each part of a question first, where there is enough for the part.</summary>
    public Evidence With(IReadOnlyList<Evidence> parts)
    {
        var first = new List<Finding>();
        foreach (var part in parts)
            if (part.IsEnough && !first.Exists(finding => finding.Order == part.Ranked[0].Order)) first.Add(part.Ranked[0] with { Score = Math.Max(part.Ranked[0].Score, Ranked[0].Score) });
        if (first.Count == 0) return this;

        var rest = Ranked.Where(finding => !first.Exists(other => other.Order == finding.Order));
        return new Evidence([.. first, .. rest], true);
    }

    private static int PlaceInPassage(IReadOnlyList<Candidate> all, int number)
    {
        var place = 0;
        while (place < 3 && number - place > 0 && all[number - place - 1].Passage == all[number].Passage) place++;
        return place;
    }

    // Array.Sort is not stable: among equal scores the order of the text decides.
    private static void Settle(double[] keys, int[] order)
    {
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end].Equals(keys[start])) end++;
            Array.Sort(order, start, end - start);
            start = end;
        }
    }
}
