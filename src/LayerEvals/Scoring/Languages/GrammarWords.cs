using System.Globalization;

namespace LayerEvals.Scoring.Languages;

/// <summary>Tells the languages of one script apart: each word of grammar speaks for the languages that have it, the more the fewer they are, and so does a letter of its own.</summary>
internal sealed class GrammarWords
{
    // Two words of grammar of one language, and a quarter more than the next language has.
    const double LeastEvidence = 2;
    const double LeastLead = 1.25;
    const double OfLetter = 0.5;
    const int LongestWord = 24;

    // Running text has a word of grammar in 10 to 40 letters; a long one that has fewer than this is a list of names, or no language.
    const double LettersPerWord = 500;
    const int Long = 300;

    static readonly Lazy<Dictionary<Script, GrammarWords>> All = new(() => KnownLanguages.All.GroupBy(l => l.Script).Where(g => g.Count() > 1).ToDictionary(g => g.Key, g => new GrammarWords([.. g])));

    readonly IReadOnlyList<KnownLanguage> languages;
    readonly Dictionary<string, int[]> words = new(StringComparer.Ordinal);
    readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> lookup;
    readonly Dictionary<char, int[]> letters = [];

    GrammarWords(IReadOnlyList<KnownLanguage> languages)
    {
        this.languages = languages;
        for (var i = 0; i < languages.Count; i++)
        {
            foreach (var word in languages[i].Words.Distinct(StringComparer.Ordinal)) words[word] = [.. words.GetValueOrDefault(word, []), i];
            foreach (var letter in languages[i].Letters) letters[letter] = [.. letters.GetValueOrDefault(letter, []), i];
        }
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Null where the script has one language.</summary>
    public static GrammarWords? Of(Script script) => All.Value.GetValueOrDefault(script);

    /// <summary>The language of a text that has so many letters of the script.</summary>
    public LanguageReading Read(string text, int scriptLetters)
    {
        var evidence = new double[languages.Count];
        Span<char> lower = stackalloc char[LongestWord];
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && IsPart(text[end])) end++;
            if (end > at && end - at <= LongestWord) Add(text.AsSpan(at, end - at), lower, evidence);
            at = end + 1;
        }
        return Judge(evidence, scriptLetters);
    }

    void Add(ReadOnlySpan<char> word, Span<char> lower, double[] evidence)
    {
        var length = word.ToLowerInvariant(lower);
        var known = lower[..length].Trim('\'');
        if (lookup.TryGetValue(known, out var speaksFor)) Share(speaksFor, 1, evidence);
        foreach (var c in known)
        {
            if (c < '\u0080' || !letters.TryGetValue(c, out var have)) continue;
            Share(have, OfLetter, evidence);
            return;
        }
    }

    static void Share(int[] among, double weight, double[] evidence)
    {
        foreach (var i in among) evidence[i] += weight / among.Length;
    }

    LanguageReading Judge(double[] evidence, int scriptLetters)
    {
        var best = Array.IndexOf(evidence, evidence.Max());
        if (scriptLetters >= Long && evidence[best] * LettersPerWord < scriptLetters) return new LanguageReading(null, true, $"its {scriptLetters} letters hold hardly a word of grammar of a known language");
        if (evidence[best] == 0) return new LanguageReading(null, false, "it has no word of grammar of a known language");
        var next = evidence.Where((_, i) => i != best).Max();
        var others = next == 0 ? "and for no other" : string.Create(CultureInfo.InvariantCulture, $"and {next:0.#} for {languages[Enumerable.Range(0, evidence.Length).First(i => i != best && evidence[i] == next)].Name}");
        var why = string.Create(CultureInfo.InvariantCulture, $"its words and letters speak {evidence[best]:0.#} for {languages[best].Name} {others}");
        return new LanguageReading(languages[best], evidence[best] >= LeastEvidence && evidence[best] >= LeastLead * next, why);
    }

    static bool IsPart(char c) => char.IsAsciiLetter(c) || c == '\'' || c > '\u007F' && (char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
