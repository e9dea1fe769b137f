namespace LayerEvals.JsonSchema;

/// <summary>The code points that IDNA 2008 allows only next to others: RFC 5892, appendix A. Scripts are told by their blocks.</summary>
internal static class ContextRules
{
    /// <summary>Whether a rule governs the code point.</summary>
    public static bool Govern(int c) => c is 0xB7 or 0x375 or 0x5F3 or 0x5F4 or 0x30FB or 0x200C or 0x200D || IsArabicIndic(c) || IsExtendedArabicIndic(c);

    public static bool Allow(int[] label, int at)
    {
        var before = at > 0 ? label[at - 1] : -1;
        var after = at + 1 < label.Length ? label[at + 1] : -1;
        return label[at] switch
        {
            0xB7 => before == 'l' && after == 'l',
            0x375 => IsGreek(after),
            0x5F3 or 0x5F4 => before is >= 0x591 and <= 0x5F4,
            0x30FB => label.Any(IsJapanese),
            0x200D => IsVirama(before),
            0x200C => IsVirama(before) || JoinsBothSides(label, at),
            _ => IsArabicIndic(label[at]) || IsExtendedArabicIndic(label[at]),
        };
    }

    public static bool DigitsAreOfOneKind(int[] label) => !label.Any(IsArabicIndic) || !label.Any(IsExtendedArabicIndic);

    static bool IsArabicIndic(int c) => c is >= 0x660 and <= 0x669;

    static bool IsExtendedArabicIndic(int c) => c is >= 0x6F0 and <= 0x6F9;

    static bool IsGreek(int c) => c is (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF);

    static bool IsJapanese(int c) => c is (>= 0x3041 and <= 0x309F) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF)
        or 0x3005 or 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    // Canonical combining class 9 in the scripts of the basic plane.
    static bool IsVirama(int c) => c is 0x94D or 0x9CD or 0xA4D or 0xACD or 0xB4D or 0xBCD or 0xC4D or 0xCCD or 0xD3B or 0xD3C or 0xD4D or 0xDCA
        or 0xE3A or 0xEBA or 0xF84 or 0x1039 or 0x103A or 0x1714 or 0x1734 or 0x17D2 or 0x1A60 or 0x1B44 or 0x1BAA or 0x1BAB or 0x1BF2 or 0x1BF3
        or 0x2D7F or 0xA806 or 0xA8C4 or 0xA953 or 0xA9C0 or 0xAAF6 or 0xABED;

    // (L|D) T* ZWNJ T* (R|D): between two Arabic letters that join, marks aside.
    static bool JoinsBothSides(int[] label, int at)
    {
        var (left, right) = (at - 1, at + 1);
        while (left >= 0 && IsArabicMark(label[left])) left--;
        while (right < label.Length && IsArabicMark(label[right])) right++;
        return left >= 0 && right < label.Length && JoinsOnLeft(label[left]) && IsArabicLetter(label[right]);
    }

    static bool IsArabicMark(int c) => c is (>= 0x64B and <= 0x65F) or 0x670 or (>= 0x6D6 and <= 0x6DC);

    static bool IsArabicLetter(int c) => c is (>= 0x622 and <= 0x64A and not 0x640) or (>= 0x671 and <= 0x6D3 and not 0x674);

    // Letters that join only to the right, such as alef, dal and waw, cannot stand before it.
    static bool JoinsOnLeft(int c) => IsArabicLetter(c)
        && c is not ((>= 0x622 and <= 0x625) or 0x627 or 0x629 or (>= 0x62F and <= 0x632) or 0x648 or (>= 0x671 and <= 0x677) or (>= 0x688 and <= 0x699) or (>= 0x6C0 and <= 0x6CB) or 0x6CD or 0x6CF or 0x6D2 or 0x6D3);
}
