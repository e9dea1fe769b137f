using System.Text;

namespace LayerEvals.Scoring.Checks;

/// <summary>The case's <c>expect</c> occurs in the answer, numbers and white space normalised, at word boundaries.</summary>
internal static class ExpectCheck
{
    public static CheckType Type { get; } = new("expect", null, _ => Judge) { IsSilentOnAbstention = true };

    static Finding Judge(Subject subject)
    {
        if (subject.Case.Expect is not { } expected) return Finding.NotApplicable("the case expects no text");
        var wanted = Normal(expected);
        if (wanted.Length == 0) return Finding.Unscored("the case's `expect` is empty");
        return Occurs(wanted, Normal(subject.Text))
            ? Finding.Pass
            : Finding.Fail($"expected `{Printable.Short(expected)}` in the answer, found none", Scorer.Quote(subject.Text));
    }

    /// <summary>Whether a text holds what is expected, as the check says it.</summary>
    internal static bool Holds(string text, string expected) => Normal(expected) is { Length: > 0 } wanted && Occurs(wanted, Normal(text));

    static bool Occurs(string expected, string text)
    {
        for (var at = text.IndexOf(expected, StringComparison.Ordinal); at >= 0; at = text.IndexOf(expected, at + 1, StringComparison.Ordinal))
        {
            var end = at + expected.Length;
            var cutsBefore = at > 0 && IsWordPart(expected[0]) && IsWordPart(text[at - 1]);
            var cutsAfter = end < text.Length && IsWordPart(expected[^1]) && IsWordPart(text[end]);
            var cutsNumber = at > 1 && char.IsAsciiDigit(expected[0]) && text[at - 1] == '.' && char.IsAsciiDigit(text[at - 2])
                || end + 1 < text.Length && char.IsAsciiDigit(expected[^1]) && text[end] == '.' && char.IsAsciiDigit(text[end + 1]);
            if (!cutsBefore && !cutsAfter && !cutsNumber) return true;
        }
        return false;
    }

    static bool IsWordPart(char c) => char.IsLetterOrDigit(c);

    /// <summary>Lower case, white space folded, typographic quotes and dashes plain, 1,200.00 as 1200.</summary>
    internal static string Normal(string text)
    {
        var folded = Wanted.Folded(text.Normalize(NormalizationForm.FormKC)).ToLowerInvariant();
        var normal = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            if (char.IsAsciiDigit(folded[i])) i = Number(folded, i, normal) - 1;
            else normal.Append(Plain(folded[i]));
        }
        return normal.ToString();
    }

    // Copies the number that starts here without thousands separators and without a fraction of zeros; returns where it ends.
    static int Number(string text, int at, StringBuilder normal)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || IsThousands(text, at, start))) at++;
        normal.Append(text.AsSpan(start, at - start).ToString().Replace(",", "", StringComparison.Ordinal));
        if (at + 1 >= text.Length || text[at] != '.' || !char.IsAsciiDigit(text[at + 1])) return at;
        var fraction = at + 1;
        while (fraction < text.Length && char.IsAsciiDigit(text[fraction])) fraction++;
        var digits = text.AsSpan(at + 1, fraction - at - 1).TrimEnd('0');
        // 4.10 in "clause 4.10.2" is no number: a further dot and digit keep it as it is.
        if (fraction + 1 < text.Length && text[fraction] == '.' && char.IsAsciiDigit(text[fraction + 1])) normal.Append(text, at, fraction - at);
        else if (digits.Length > 0) normal.Append('.').Append(digits);
        return fraction;
    }

    static bool IsThousands(string text, int at, int start) =>
        text[at] == ',' && at - start <= 3 + 4 * 6 && at + 3 < text.Length
        && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && (at + 4 >= text.Length || !char.IsAsciiDigit(text[at + 4]));

    static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' => '\'',
        '\u201C' or '\u201D' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' => '-',
        _ => c,
    };
}
