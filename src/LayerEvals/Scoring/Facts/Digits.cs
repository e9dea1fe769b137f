using System.Globalization;

namespace LayerEvals.Scoring.Facts;

/// <summary>Digits of other scripts and of full width, read as the plain ones: <c>４５ days</c> and <c>٤٥ days</c> state what <c>45 days</c> does.</summary>
internal static class Digits
{
    // The first character that is a digit and none of ASCII's: ARABIC-INDIC DIGIT ZERO.
    const char First = '\u0660';

    // Dashes, quotation marks and signs of currencies, which most texts have, and no digits among them.
    const char FirstOfSigns = '\u2000';
    const char LastOfSigns = '\u2FFF';

    /// <summary>The text with plain digits, each where it stood.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', (char)(First - 1))) return text;
        return Has(text) ? string.Create(text.Length, text, static (plain, written) =>
        {
            for (var i = 0; i < plain.Length; i++) plain[i] = IsOther(written[i]) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(written[i])) : written[i];
        }) : text;
    }

    static bool Has(string text)
    {
        foreach (var c in text)
            if (IsOther(c)) return true;
        return false;
    }

    static bool IsOther(char c) => c >= First && c is not (>= FirstOfSigns and <= LastOfSigns) && char.IsDigit(c);
}
