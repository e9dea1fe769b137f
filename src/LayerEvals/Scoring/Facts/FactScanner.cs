using LayerEvals.Scoring.Citing;

namespace LayerEvals.Scoring.Facts;

/// <summary>Finds numbers, amounts, percentages, dates and identifiers in one pass from left to right.</summary>
internal static class FactScanner
{
    // "two options" and "one of them" are manners of speaking; "two days" is a fact, and so is "forty".
    const int FewestInWords = 13;

    /// <summary>The facts of a text in order.</summary>
    public static List<Fact> In(string written)
    {
        var text = Digits.Plain(written);
        var found = new List<Fact>();
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            // Most words: they start no number, and a month or a code has a capital.
            if (char.IsAsciiLetterLower(text[at]) && !NumberWords.MayStart(text, at))
            {
                at = WordEnd(text, at);
                continue;
            }
            var fact = char.IsAsciiDigit(text[at]) ? FromDigit(text, at) : FromLetter(text, at);
            if (fact is { } one) found.Add(one);
            at = Math.Max(fact?.Span.End ?? 0, WordEnd(text, at));
        }
        return found;
    }

    /// <summary>The facts that an answer claims: those in code or citations, list numbers and small numbers in words are left out.</summary>
    public static List<Fact> Claimed(string text, Func<int, bool> isCode, IReadOnlyList<Citation> citations)
    {
        var claimed = new List<Fact>();
        var next = 0;
        foreach (var fact in In(text))
        {
            while (next < citations.Count && citations[next].Span.End <= fact.Span.Start) next++;
            var isCited = next < citations.Count && citations[next].Span.Start < fact.Span.End;
            if (isCited || fact is { IsInWords: true, Unit: null, Value: < FewestInWords } || IsListNumber(text, fact) || isCode(fact.Span.Start)) continue;
            claimed.Add(fact);
        }
        return claimed;
    }

    static Fact? FromDigit(string text, int at)
    {
        if (DateReader.InDigits(text, at) is { } date) return date;
        if (ClockTime.At(text, at) is { } time) return time;
        var run = DigitRun.Spaced(text, at) ?? DigitRun.At(text, at);
        if (run.Value is not { } value) return Identifier(text, at, run.End);
        var end = DateReader.Suffix(text, run.End);
        if (DateReader.AfterDay(text, at, value, end) is { } day) return day;
        var (scale, unit, close) = UnitReader.After(text, end);
        // 12A, 4x4, 2FA: letters that are no unit make it a name.
        if (close == end && end == run.End && end < text.Length && char.IsLetter(text[end])) return Identifier(text, at, WordEnd(text, at));
        var (before, start) = unit is null ? UnitReader.Before(text, at) : (null, at);
        if (unit is not null && UnitReader.Before(text, at) is (not null, var signed)) start = signed;
        try
        {
            return new Fact(FactKind.Number, new TextSpan(start, close - start)) { Value = value * scale, OtherValue = run.Other * scale, Unit = unit ?? before };
        }
        catch (OverflowException)
        {
            return Identifier(text, at, run.End);
        }
    }

    static Fact? FromLetter(string text, int at)
    {
        if (CodeEnd(text, at) is var code && code > at) return Identifier(text, at, code);
        if (DateReader.InMonth(text, at) is { } date) return date;
        if (!NumberWords.Read(text, at, out var value, out var end)) return null;
        var (scale, unit, close) = UnitReader.After(text, end);
        return new Fact(FactKind.Number, new TextSpan(at, close - at)) { Value = value * scale, Unit = unit, IsInWords = true };
    }

    // HT-26-10417, S01, C-4.1, COVID-19: capitals and digits, and what joins them. 0 where it is a word.
    static int CodeEnd(string text, int at)
    {
        var letters = at;
        while (letters < text.Length && letters - at < 12 && char.IsAsciiLetterUpper(text[letters])) letters++;
        if (letters == at) return 0;
        var joined = letters < text.Length && text[letters] is '-' or '/' or '_' ? letters + 1 : letters;
        if (joined >= text.Length || !char.IsAsciiDigit(text[joined])) return 0;
        // EUR40 is an amount: its digits are read by themselves.
        if (joined == letters && UnitWords.Of(text.AsSpan(at, letters - at)) is not null) return 0;
        var end = joined;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '.' or '/' or '_' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))) end++;
        return end;
    }

    static Fact Identifier(string text, int at, int end) =>
        new(FactKind.Identifier, new TextSpan(at, end - at)) { Id = text[at..end].ToUpperInvariant() };

    // The end of the word at an index; digits in it are read by themselves when they follow letters ("EUR40").
    static int WordEnd(string text, int at)
    {
        var end = at;
        var isNumber = char.IsAsciiDigit(text[at]);
        while (end < text.Length && char.IsLetterOrDigit(text[end]) && (isNumber || !char.IsAsciiDigit(text[end]))) end++;
        return Math.Max(end, at + 1);
    }

    // "1. First", "2) Second"
    static bool IsListNumber(string text, Fact fact)
    {
        if (fact is not { Kind: FactKind.Number, Unit: null, Span: { Length: <= 3 } span } || span.End >= text.Length || text[span.End] is not ('.' or ')')) return false;
        var at = span.Start;
        while (at > 0 && text[at - 1] is ' ' or '\t' or '*' or '(') at--;
        return at == 0 || text[at - 1] == '\n';
    }
}
