using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Phrasing;

/// <summary>The wordings that an answer is held against: the program's, and those that a set adds.</summary>
/// <param name="languages">The program's languages that count; null for all.</param>
/// <param name="own">The set's own wordings; null where it has none.</param>
internal sealed class Lexicon(IReadOnlySet<string>? languages, WordingList? own)
{
    // A clause of more words is a text without stops: what it says is said by then.
    const int MostOfClause = 120;

    /// <summary>The wordings of a check's <c>languages</c> and <c>wordings</c>, and of what its own settings add; null after a problem was reported.</summary>
    public static Lexicon? Read(MapReader settings, Action<WordingList>? add = null)
    {
        var before = settings.File.Problems.Count;
        var own = new WordingList();
        add?.Invoke(own);
        var languages = Languages(settings);
        if (settings.Node("wordings") is MapNode wordings) new WordingReader(settings.File, own).Read(wordings, Wordings.Tree);
        return settings.File.Problems.Count > before ? null : new Lexicon(languages, own.Languages.Count > 0 ? own : null);
    }

    static HashSet<string>? Languages(MapReader settings)
    {
        var languages = settings.Texts("languages");
        foreach (var language in languages)
            if (!Wordings.Languages.Contains(language, StringComparer.Ordinal))
                settings.File.Error(ProblemIds.BadValue, settings.LineOf("languages"), $"expected a language of {string.Join(", ", Wordings.Languages.Order(StringComparer.Ordinal))}, found `{Printable.Short(language, 40)}`", "write one of them, or its wordings under `wordings`");
        return languages.Count > 0 ? languages.ToHashSet(StringComparer.Ordinal) : null;
    }

    /// <summary>The program's wordings; they are read when the first answer is held against them, and not while a plan is.</summary>
    public WordingList Common => Wordings.List;

    public WordingList? Own => own;

    /// <summary>Whether a continuation starts at a word of the sentence that was read last.</summary>
    public bool Continues(Clauses clauses, int at) => At(WordingKind.Continuation, clauses, at, clauses.Words.Length) is not null;

    /// <summary>The first wording of a kind in a stretch of words.</summary>
    public Wording? Any(WordingKind kind, Clauses clauses, int start, int end)
    {
        for (var at = start; at < Math.Min(end, start + MostOfClause); at++)
            if (At(kind, clauses, at, end) is { } found) return found.Wording;
        return null;
    }

    /// <summary>The wording of a kind that starts at a word, and the index after it.</summary>
    public (Wording Wording, int End)? At(WordingKind kind, Clauses clauses, int at, int end)
    {
        if (own is not null && own.MayStart(kind, clauses.Own[at]))
        {
            var theirs = new ClauseWords(clauses.Own[..end], clauses.Breaks[..end], null);
            if (own.At(kind, theirs, at) is { } found) return found;
        }
        if (!Common.MayStart(kind, clauses.Words[at])) return null;
        return Common.At(kind, new ClauseWords(clauses.Words[..end], clauses.Breaks[..end], languages), at);
    }
}
