using LayerEvals.Scoring.Phrasing;
using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring.Abstaining;

/// <summary>
/// Reads an answer by its wording. Each clause of its own prose abstains, refuses, is a remark, or asserts something; an answer abstains when a clause does and none
/// asserts. An abstention therefore stands at the opening, or behind nothing but remarks; and who abstains and then asserts has answered.
/// </summary>
/// <param name="lexicon">The wordings.</param>
internal sealed class AbstentionWording(Lexicon lexicon)
{
    /// <summary>The language of a configured sentence, which counts in every answer.</summary>
    public const string Phrase = "phrase";

    const int MostOfAbbreviation = 12;
    const int MostOfFragment = 3;

    // Why a clause asserts where it looks like an abstention: then nothing makes a remark of it.
    const string Hedge = "hedge";

    enum ClauseKind { Nothing = 1, Abstains, Refuses, Remark, Asserts }

    readonly record struct Judged(ClauseKind Kind, string? By = null);

    public AnswerReading Read(string text) => Read(text, TextRegions.Of(text));

    /// <summary>What an answer's words say.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="regions">Its code and quotations.</param>
    public AnswerReading Read(string text, TextRegions regions)
    {
        // A quotation or a block of code that is the whole answer is the answer.
        regions = regions.OfProse(text);
        var clauses = new Clauses(text, regions, lexicon);
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
                topic |= abstention?.By == Phrase && lexicon.Any(WordingKind.Topic, clauses, AfterFillers(clauses, clause), clause.End) is not null;
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

    Judged Judge(Clauses clauses, Clause clause, bool behindPhrase)
    {
        var end = clause.End;
        var start = AfterFillers(clauses, clause);
        if (start >= end) return new Judged(ClauseKind.Nothing);
        if (clause.IsQuestion) return new Judged(ClauseKind.Remark);
        var opening = Opens(clauses, start, end);
        if (opening is { Language: Phrase }) return new Judged(ClauseKind.Abstains, Phrase);
        if (lexicon.Any(WordingKind.Hedge, clauses, clause.First, end) is not null) return new Judged(ClauseKind.Asserts, Hedge);
        if (opening is not null) return new Judged(ClauseKind.Abstains, opening.Language);
        if (lexicon.At(WordingKind.Refusal, clauses, start, end) is { } refusal) return new Judged(ClauseKind.Refuses, refusal.Wording.Language);
        if (lexicon.At(WordingKind.Referral, clauses, start, end) is not null) return new Judged(ClauseKind.Remark);
        var condition = lexicon.At(WordingKind.Condition, clauses, start, end) is not null;
        if (!condition && lexicon.Any(WordingKind.Within, clauses, clause.First, end) is { } within) return new Judged(ClauseKind.Abstains, within.Language);
        var explains = lexicon.At(WordingKind.Explanation, clauses, start, end) is not null;
        var remark = condition || explains || lexicon.At(WordingKind.Remark, clauses, start, end) is not null;
        return new Judged(explains && behindPhrase || remark && !clause.HasFacts ? ClauseKind.Remark : ClauseKind.Asserts);
    }

    // The sentinel is the clause and nothing else; an opening is only its start.
    Wording? Opens(Clauses clauses, int start, int end)
    {
        if (lexicon.At(WordingKind.Opening, clauses, start, end) is { } opening) return opening.Wording;
        return lexicon.At(WordingKind.Sentinel, clauses, start, end) is { } sentinel && sentinel.End == end ? sentinel.Wording : null;
    }

    int AfterFillers(Clauses clauses, Clause clause)
    {
        var (at, end) = (clause.First, clause.End);
        // A wording that judges may start as a filler does.
        while (at < end && !StartsJudged(clauses, at, end))
        {
            if (lexicon.At(WordingKind.Continuation, clauses, at, end) is { } continuation) at = continuation.End;
            else if (lexicon.At(WordingKind.Filler, clauses, at, end) is { } filler) at = filler.End;
            else break;
        }
        return at;
    }

    bool StartsJudged(Clauses clauses, int at, int end) =>
        Opens(clauses, at, end) is not null || lexicon.At(WordingKind.Refusal, clauses, at, end) is not null || lexicon.At(WordingKind.Referral, clauses, at, end) is not null;
}
