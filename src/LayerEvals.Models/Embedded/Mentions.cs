namespace LayerEvals.Models;

/// <summary>A place in a text where a label is named.</summary>
internal readonly record struct Mention(string Label, int Start, int End);

/// <summary>Finds labels in a text: as written, with spaces for underscores, or, for a single word, in another form ("refer", "referred").</summary>
internal static class Mentions
{
    private const int LongestClause = 2000;

    public static IReadOnlyList<Mention> Of(IReadOnlyList<string> labels, string clause, Vocabulary vocabulary)
    {
        if (clause.Length > LongestClause) return [];

        var mentions = new List<Mention>();
        foreach (var label in labels)
        {
            var count = mentions.Count;
            Written(label, label, clause, mentions);
            if (mentions.Count == count && label.AsSpan().IndexOfAny('_', '-') > 0) Written(label, label.Replace('_', ' ').Replace('-', ' '), clause, mentions);
            if (mentions.Count == count) Inflected(label, clause, vocabulary, mentions);
        }
        mentions.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        for (var number = mentions.Count - 1; number > 0; number--)
            if (mentions[number].Start < mentions[number - 1].End) mentions.RemoveAt(number);
        return mentions;
    }

    private static void Written(string label, string form, string clause, List<Mention> mentions)
    {
        if (form.Length == 0) return;

        for (var at = clause.IndexOf(form, StringComparison.OrdinalIgnoreCase); at >= 0; at = clause.IndexOf(form, at + form.Length, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + form.Length;
            var isWhole = (at == 0 || !IsPart(clause[at - 1])) && (end == clause.Length || !IsPart(clause[end]));
            if (isWhole) mentions.Add(new Mention(label, at, end));
        }
    }

    private static void Inflected(string label, string clause, Vocabulary vocabulary, List<Mention> mentions)
    {
        var stem = vocabulary.NumberOf(label);
        if (stem == Vocabulary.Stop || label.AsSpan().IndexOfAny(" _-") >= 0) return;

        var words = new Words(clause);
        while (words.MoveNext())
            if (vocabulary.NumberOf(words.Current) == stem) mentions.Add(new Mention(label, words.Start, words.Start + words.Length));
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
