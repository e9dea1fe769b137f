using System.Globalization;
using System.Text;

namespace LayerEvals.JsonSchema;

/// <summary>U-labels of IDNA 2008: RFC 5891, section 4.2, with the code points that RFC 5892 derives from Unicode properties.</summary>
internal static class IdnaLabel
{
    public static bool IsLabel(string label)
    {
        if (label.Length == 0 || label[0] == '-' || label[^1] == '-') return false;
        if (label.Length > 3 && label[2] == '-' && label[3] == '-') return false;
        if (!IsWellFormed(label) || !label.IsNormalized(NormalizationForm.FormC)) return false;
        var runes = label.EnumerateRunes().Select(r => r.Value).ToArray();
        if (IsMark(runes[0])) return false;
        for (var i = 0; i < runes.Length; i++)
        {
            if (!IsValid(runes[i]) && !ContextRules.Allow(runes, i)) return false;
        }
        return ContextRules.DigitsAreOfOneKind(runes);
    }

    static bool IsWellFormed(string label)
    {
        for (var i = 0; i < label.Length; i++)
        {
            if (!char.IsSurrogate(label[i])) continue;
            if (i + 1 == label.Length || !char.IsSurrogatePair(label[i], label[i + 1])) return false;
            i++;
        }
        return true;
    }

    static bool IsMark(int c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // PVALID, in the order of RFC 5892, section 3.
    static bool IsValid(int c)
    {
        if (IsValidException(c)) return true;
        if (IsDisallowedException(c) || ContextRules.Govern(c)) return false;
        if (c < 128) return c == '-' || char.IsAsciiDigit((char)c) || char.IsAsciiLetterLower((char)c) || char.IsAsciiLetterUpper((char)c);
        if (IsOldHangul(c) || IsUnstable(c)) return false;
        return CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;
    }

    // RFC 5892, section 2.6 (F).
    static bool IsValidException(int c) => c is 0xDF or 0x3C2 or 0x6FD or 0x6FE or 0xF0B or 0x3007;

    static bool IsDisallowedException(int c) => c is 0x640 or 0x7FA or 0x302E or 0x302F or (>= 0x3031 and <= 0x3035) or 0x303B;

    // Conjoining letters, section 2.9 (I).
    static bool IsOldHangul(int c) => c is (>= 0x1100 and <= 0x11FF) or (>= 0xA960 and <= 0xA97C) or (>= 0xD7B0 and <= 0xD7FB);

    // Section 2.2 (B): what compatibility normalisation or case folding changes.
    static bool IsUnstable(int c)
    {
        var text = char.ConvertFromUtf32(c);
        var folded = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC);
        return !string.Equals(text, folded, StringComparison.Ordinal);
    }
}
