using System.Globalization;
using System.Text;

namespace LayerEvals.Scoring.Languages;

/// <summary>
/// The language of a text, without a model: the script that most of its letters have (Latin ones at half), and where languages share that script the one whose words of grammar and letters it has most of.
/// </summary>
/// <param name="Language">The likeliest; null where nothing speaks for any.</param>
/// <param name="IsSure">Whether there is enough of the text, and enough between this language and the next. A long text without words of grammar is surely in none.</param>
/// <param name="Why">What it was told by.</param>
internal sealed record LanguageReading(KnownLanguage? Language, bool IsSure, string Why)
{
    // Below this many letters a language of its own script is named and not relied on; one word of Chinese is two.
    const int FewestLetters = 4;

    // Names, terms and transcriptions in Latin letters stand in texts of every script, and hardly the other way round.
    const int OfOtherScripts = 2;

    /// <summary>The language of the text. What it costs is linear in the length of the text.</summary>
    public static LanguageReading Of(string text)
    {
        var letters = new int[Scripts.Number];
        foreach (var rune in text.EnumerateRunes())
            if (rune.IsAscii ? char.IsAsciiLetter((char)rune.Value) : IsOfScript(rune)) letters[(int)Scripts.Of(rune)]++;
        var all = letters.Sum();
        // Kana beside Han is Japanese, however little of it.
        if (letters[(int)Script.Kana] * 10 >= letters[(int)Script.Han])
        {
            letters[(int)Script.Kana] += letters[(int)Script.Kana] > 0 ? letters[(int)Script.Han] : 0;
            if (letters[(int)Script.Kana] > 0) letters[(int)Script.Han] = 0;
        }
        var most = Enumerable.Range(0, letters.Length).MaxBy(script => script == (int)Script.Latin ? letters[script] : OfOtherScripts * letters[script]);
        if (all == 0 || most == (int)Script.Other) return new LanguageReading(null, false, "it has no letter of a script that is known");
        if (GrammarWords.Of((Script)most) is { } words) return words.Read(text, letters[most]);
        var only = KnownLanguages.All.First(l => l.Script == (Script)most);
        return new LanguageReading(only, letters[most] >= FewestLetters, string.Create(CultureInfo.InvariantCulture, $"{letters[most]} of {all} letters are {(Script)most}"));
    }

    // Vowel signs are as much of an Indic text as its letters.
    static bool IsOfScript(Rune rune) => Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
