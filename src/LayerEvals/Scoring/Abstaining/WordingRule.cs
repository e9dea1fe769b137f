using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring.Abstaining;

/// <summary>
/// Reads an answer by its wording. Each clause of its own prose abstains, refuses, is a remark, or asserts something; an answer abstains when a clause does and none
/// asserts. An abstention therefore stands at the opening, or behind nothing but remarks; and who abstains and then asserts has answered.
/// </summary>
/// <param name="languages">The languages that count; null for all.</param>
/// <param name="own">The set's own wordings; null where it has none.</param>
internal sealed class WordingRule(IReadOnlySet<string>? languages, WordingList? own)
{
    /// <summary>The language of a configured sentence, which counts in every answer.</summary>
    public const string Phrase = "phrase";

    // A clause of more words is a text without stops: what it abstains from is said by then.
    const int MostOfClause = 120;
    const int MostOfAbbreviation = 12;
    const int MostOfFragment = 3;

    // Why a clause asserts where it looks like an abstention: then nothing makes a remark of it.
    const string Hedge = "hedge";

    enum ClauseKind { Nothing = 1, Abstains, Refuses, Remark, Asserts }

    readonly record struct Judged(ClauseKind Kind, string? By = null);

    /// <summary>The program's wordings.</summary>
    public WordingList Common { get; } = Wordings.List;

    public WordingList? Own => own;

    public AnswerReading Read(string text) => Read(text, TextRegions.Of(text));

    /// <summary>What an answer's words say.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="regions">Its code and quotations.</param>
    public AnswerReading Read(string text, TextRegions regions)
    {
        // A quotation or a block of code that is the whole answer is the answer.
        if (regions.Items.Count > 0 && !HasProse(text, regions)) regions = TextRegions.None;
        var clauses = new Clauses(text, regions, this);
        var end = text.AsSpan().TrimEnd().Length;
        AnswerReading? abstention = null, refusal = null;
        foreach (var sentence in Whole(Sentences.In(text), text, regions))
        {
            var topic = false;
            foreach (var clause in clauses.Of(sentence))
            {
                var (kind, by) = Judge(clauses, clause, behindPhrase: abstention?.By == Phrase);
                if (kind == ClauseKind.Abstains) abstention ??= new AnswerReading(AnswerKind.Abstains, by, clauses.Shown(clause));
                // Who says the configured sentence and explains it speaks about the sources; who answers speaks about the matter.
                topic |= abstention?.By == Phrase && Any(WordingKind.Topic, clauses, AfterFillers(clauses, clause), clause.End) is not null;
                if (kind == ClauseKind.Asserts && abstention?.By == Phrase && sentence.Start + sentence.Length == end && IsFragment(clauses, clause, text[end - 1])) continue;
                if (kind == ClauseKind.Asserts && (!topic || by == Hedge)) return abstention is null ? AnswerReading.Answers : abstention with { Kind = AnswerKind.AbstainsAndAnswers };
                if (kind == ClauseKind.Refuses) refusal ??= new AnswerReading(AnswerKind.Refuses, by, clauses.Shown(clause));
            }
        }
        return abstention ?? refusal ?? AnswerReading.Answers;
    }

    // A sentence that the next one only goes on with: the stop stood in a quotation ("What is it?" directly), or in an abbreviation with more dots (LL.B. year).
    static List<(int Start, int Length)> Whole(IReadOnlyList<(int Start, int Length)> sentences, string text, TextRegions regions)
    {
        var whole = new List<(int Start, int Length)>(sentences.Count);
        foreach (var (start, length) in sentences)
        {
            if (whole.Count > 0 && char.IsLower(text[start]) && GoesOn(text, whole[^1], regions)) whole[^1] = (whole[^1].Start, start + length - whole[^1].Start);
            else whole.Add((start, length));
        }
        return whole;
    }

    static bool GoesOn(string text, (int Start, int Length) sentence, TextRegions regions)
    {
        var last = sentence.Start + sentence.Length - 1;
        if (regions.At(last) is { Kind: RegionKind.Quotation }) return true;
        return text[last] == '.' && text.AsSpan(Math.Max(sentence.Start, last - MostOfAbbreviation), Math.Min(MostOfAbbreviation, last - sentence.Start)) is var before
            && before[(before.LastIndexOf(' ') + 1)..].Contains('.');
    }

    // What a limit of tokens leaves of a sentence: a few words without an end.
    bool IsFragment(Clauses clauses, Clause clause, char last) =>
        char.IsLetter(last) && !clause.HasFacts && clause.End - AfterFillers(clauses, clause) <= MostOfFragment;

    /// <summary>Whether a continuation starts at a word of the sentence that was read last.</summary>
    public bool Continues(Clauses clauses, int at) => At(clauses, WordingKind.Continuation, at, clauses.Words.Length) is not null;

    Judged Judge(Clauses clauses, Clause clause, bool behindPhrase)
    {
        var end = clause.End;
        var start = AfterFillers(clauses, clause);
        if (start >= end) return new Judged(ClauseKind.Nothing);
        if (clause.IsQuestion) return new Judged(ClauseKind.Remark);
        var opening = Opens(clauses, start, end);
        if (opening is { Language: Phrase }) return new Judged(ClauseKind.Abstains, Phrase);
        if (Any(WordingKind.Hedge, clauses, clause.First, end) is not null) return new Judged(ClauseKind.Asserts, Hedge);
        if (opening is not null) return new Judged(ClauseKind.Abstains, opening.Language);
        if (At(clauses, WordingKind.Refusal, start, end) is { } refusal) return new Judged(ClauseKind.Refuses, refusal.Wording.Language);
        if (At(clauses, WordingKind.Referral, start, end) is not null) return new Judged(ClauseKind.Remark);
        var condition = At(clauses, WordingKind.Condition, start, end) is not null;
        if (!condition && Any(WordingKind.Within, clauses, clause.First, end) is { } within) return new Judged(ClauseKind.Abstains, within.Language);
        var explains = At(clauses, WordingKind.Explanation, start, end) is not null;
        var remark = condition || explains || At(clauses, WordingKind.Remark, start, end) is not null;
        return new Judged(explains && behindPhrase || remark && !clause.HasFacts ? ClauseKind.Remark : ClauseKind.Asserts);
    }

    // The sentinel is the clause and nothing else; an opening is only its start.
    Wording? Opens(Clauses clauses, int start, int end)
    {
        if (At(clauses, WordingKind.Opening, start, end) is { } opening) return opening.Wording;
        return At(clauses, WordingKind.Sentinel, start, end) is { } sentinel && sentinel.End == end ? sentinel.Wording : null;
    }

    int AfterFillers(Clauses clauses, Clause clause)
    {
        var (at, end) = (clause.First, clause.End);
        // A wording that judges may start as a filler does.
        while (at < end && !StartsJudged(clauses, at, end))
        {
            if (At(clauses, WordingKind.Continuation, at, end) is { } continuation) at = continuation.End;
            else if (At(clauses, WordingKind.Filler, at, end) is { } filler) at = filler.End;
            else break;
        }
        return at;
    }

    bool StartsJudged(Clauses clauses, int at, int end) =>
        Opens(clauses, at, end) is not null || At(clauses, WordingKind.Refusal, at, end) is not null || At(clauses, WordingKind.Referral, at, end) is not null;

    Wording? Any(WordingKind kind, Clauses clauses, int start, int end)
    {
        for (var at = start; at < Math.Min(end, start + MostOfClause); at++)
            if (At(clauses, kind, at, end) is { } found) return found.Wording;
        return null;
    }

    (Wording Wording, int End)? At(Clauses clauses, WordingKind kind, int at, int end)
    {
        if (own is not null && own.MayStart(kind, clauses.Own[at]))
        {
            var theirs = new ClauseWords(clauses.Own[..end], clauses.Breaks[..end], null);
            if (own.At(kind, theirs, at) is { } found) return found;
        }
        if (!Common.MayStart(kind, clauses.Words[at])) return null;
        return Common.At(kind, new ClauseWords(clauses.Words[..end], clauses.Breaks[..end], languages), at);
    }

    static bool HasProse(string text, TextRegions regions)
    {
        var at = 0;
        foreach (var region in regions.Items)
        {
            if (HasWord(text.AsSpan(at, region.Start - at))) return true;
            at = region.End;
        }
        return HasWord(text.AsSpan(at));
    }

    static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }
}
