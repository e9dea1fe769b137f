using System.Runtime.InteropServices;
using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring.Phrasing;

/// <summary>A clause of an answer: a stretch of its own words, quotations and code left out.</summary>
/// <param name="First">The index of its first word.</param>
/// <param name="Count">The number of its words.</param>
/// <param name="HasFacts">Whether it holds a number or a quotation.</param>
/// <param name="IsQuestion">Whether it ends with a question mark.</param>
internal readonly record struct Clause(int First, int Count, bool HasFacts, bool IsQuestion)
{
    /// <summary>The index after its last word.</summary>
    public int End => First + Count;
}

/// <summary>
/// The words of an answer, sentence by sentence, and its clauses: a sentence is cut at semicolons, at lines that start anew, and at the continuations of the wordings
/// (", but").
/// </summary>
internal sealed class Clauses(string text, TextRegions regions, Lexicon lexicon)
{
    // Longer than any word of a wording, with room for a letter that folds to two.
    const int LongestWord = 66;

    readonly List<int> words = [];
    readonly List<int> own = [];
    readonly List<bool> breaks = [];
    readonly List<(int Start, int End)> places = [];

    /// <summary>The words of the sentence that was read last, by the program's numbers.</summary>
    public ReadOnlySpan<int> Words => CollectionsMarshal.AsSpan(words);

    /// <summary>The same by the numbers of the set's own wordings.</summary>
    public ReadOnlySpan<int> Own => CollectionsMarshal.AsSpan(own);

    public ReadOnlySpan<bool> Breaks => CollectionsMarshal.AsSpan(breaks);

    /// <summary>The clauses of a stretch of the text, each read before the next is cut.</summary>
    public IEnumerable<Clause> Of((int Start, int Length) sentence)
    {
        var end = sentence.Start + sentence.Length;
        for (var at = sentence.Start; at < end;)
        {
            var piece = PieceEnd(at, end);
            foreach (var clause in OfPiece(at, piece)) yield return clause;
            at = piece;
        }
    }

    /// <summary>The words of a clause as they stand in the text.</summary>
    public string Shown(Clause clause) => text[places[clause.First].Start..places[clause.End - 1].End];

    List<Clause> OfPiece(int start, int end)
    {
        var facts = Read(start, end);
        var question = text.AsSpan(start, end - start).TrimEnd(" \t\r\n\"'*_)”»").EndsWith('?');
        var clauses = new List<Clause>();
        var first = 0;
        for (var at = 1; at < words.Count; at++)
        {
            if (!lexicon.Continues(this, at)) continue;
            clauses.Add(Between(first, at, facts, question: false));
            first = at;
        }
        if (words.Count > first) clauses.Add(Between(first, words.Count, facts, question));
        return clauses;
    }

    static Clause Between(int first, int end, List<int> facts, bool question)
    {
        var fact = facts.BinarySearch(first);
        if (fact < 0) fact = ~fact;
        return new Clause(first, end - first, fact < facts.Count && facts[fact] < end, question);
    }

    // Reads words; gives the indices of those that hold a digit or stand after a quotation, in order.
    List<int> Read(int start, int end)
    {
        words.Clear();
        own.Clear();
        breaks.Clear();
        places.Clear();
        var facts = new List<int>();
        var breaking = false;
        var next = regions.NextFrom(start);
        for (var at = start; at < end;)
        {
            if (next < regions.Items.Count && regions.Items[next].Start <= at)
            {
                var region = regions.Items[next++];
                if (region.Kind == RegionKind.Quotation) facts.Add(Math.Max(0, words.Count - 1));
                at = region.End;
                continue;
            }
            if (Phrasing.Words.IsPart(text[at])) at = Word(at, end, ref breaking, facts);
            else breaking |= text[at++] is ',' or ':' or '(' or ')' or '–' or '—' or '.' or '!' or '…';
        }
        return facts;
    }

    int Word(int at, int end, ref bool breaking, List<int> facts)
    {
        var start = at;
        var digit = false;
        Span<char> folded = stackalloc char[LongestWord];
        var length = 0;
        for (; at < end && (Phrasing.Words.IsPart(text[at]) || Invisible.IsIgnored(text[at])); at++)
        {
            digit |= char.IsDigit(text[at]);
            if (length > LongestWord - 2 || Invisible.IsIgnored(text[at])) continue;
            var (first, second) = Phrasing.Words.Fold(text[at]);
            folded[length++] = first;
            if (second != '\0') folded[length++] = second;
        }
        folded = length > LongestWord - 2 ? [] : folded[..length];
        if (digit) facts.Add(words.Count);
        words.Add(lexicon.Common.NumberOf(folded));
        own.Add(lexicon.Own?.NumberOf(folded) ?? 0);
        breaks.Add(breaking);
        places.Add((start, at));
        breaking = false;
        return at;
    }

    // A semicolon, or a line that starts with a capital, a digit or a sign: a wrapped line goes on with a small letter.
    int PieceEnd(int start, int end)
    {
        for (var at = start; text.AsSpan(at, end - at).IndexOfAny(';', '\n') is >= 0 and var ahead; at++)
        {
            at += ahead;
            if (text[at] == ';' && regions.At(at) is null) return at + 1;
            if (text[at] == '\n' && at > start && StartsAnew(at + 1, end)) return at + 1;
        }
        return end;
    }

    bool StartsAnew(int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t') at++;
        return at < end && !char.IsLower(text[at]);
    }
}
