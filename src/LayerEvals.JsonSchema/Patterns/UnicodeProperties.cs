using System.Globalization;

namespace LayerEvals.JsonSchema;

/// <summary>The Unicode properties of <c>\p{…}</c> that .NET has data for: general categories under both their names, and a few binary ones.</summary>
internal static class UnicodeProperties
{
    // Runs of code points of one category: 3,000 of them, made once.
    static readonly Lazy<(int From, int To, UnicodeCategory Category)[]> Runs = new(FindRuns);

    /// <exception cref="PatternException">The property is not known.</exception>
    public static CodePointSet Find(string property)
    {
        var name = property.StartsWith("gc=", StringComparison.Ordinal) ? property[3..]
            : property.StartsWith("General_Category=", StringComparison.Ordinal) ? property["General_Category=".Length..]
            : property;
        if (Categories(name) is { } categories) return new CodePointSet(Runs.Value.Where(r => categories.Contains(r.Category)).Select(r => (r.From, r.To)));
        return property switch
        {
            "Any" => new([(0, 0x10FFFF)]),
            "ASCII" => new([(0, 0x7F)]),
            "Assigned" => Find("Unassigned").Complement(),
            "ASCII_Hex_Digit" or "AHex" => new([('0', '9'), ('A', 'F'), ('a', 'f')]),
            "White_Space" or "space" => new([('\t', '\r'), (' ', ' '), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000)]),
            _ => throw new PatternException($"\\p{{{Printable.Short(property)}}} is not supported: expected a general category, as L, Lu or Letter"),
        };
    }

    static UnicodeCategory[]? Categories(string name) => name switch
    {
        "L" or "Letter" => [UnicodeCategory.UppercaseLetter, UnicodeCategory.LowercaseLetter, UnicodeCategory.TitlecaseLetter, UnicodeCategory.ModifierLetter, UnicodeCategory.OtherLetter],
        "LC" or "Cased_Letter" => [UnicodeCategory.UppercaseLetter, UnicodeCategory.LowercaseLetter, UnicodeCategory.TitlecaseLetter],
        "Lu" or "Uppercase_Letter" => [UnicodeCategory.UppercaseLetter],
        "Ll" or "Lowercase_Letter" => [UnicodeCategory.LowercaseLetter],
        "Lt" or "Titlecase_Letter" => [UnicodeCategory.TitlecaseLetter],
        "Lm" or "Modifier_Letter" => [UnicodeCategory.ModifierLetter],
        "Lo" or "Other_Letter" => [UnicodeCategory.OtherLetter],
        "M" or "Mark" or "Combining_Mark" => [UnicodeCategory.NonSpacingMark, UnicodeCategory.SpacingCombiningMark, UnicodeCategory.EnclosingMark],
        "Mn" or "Nonspacing_Mark" => [UnicodeCategory.NonSpacingMark],
        "Mc" or "Spacing_Mark" => [UnicodeCategory.SpacingCombiningMark],
        "Me" or "Enclosing_Mark" => [UnicodeCategory.EnclosingMark],
        "N" or "Number" => [UnicodeCategory.DecimalDigitNumber, UnicodeCategory.LetterNumber, UnicodeCategory.OtherNumber],
        "Nd" or "Decimal_Number" or "digit" => [UnicodeCategory.DecimalDigitNumber],
        "Nl" or "Letter_Number" => [UnicodeCategory.LetterNumber],
        "No" or "Other_Number" => [UnicodeCategory.OtherNumber],
        "Z" or "Separator" => [UnicodeCategory.SpaceSeparator, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator],
        "Zs" or "Space_Separator" => [UnicodeCategory.SpaceSeparator],
        "Zl" or "Line_Separator" => [UnicodeCategory.LineSeparator],
        "Zp" or "Paragraph_Separator" => [UnicodeCategory.ParagraphSeparator],
        _ => Punctuation(name) ?? Others(name),
    };

    static UnicodeCategory[]? Punctuation(string name) => name switch
    {
        "P" or "Punctuation" or "punct" => [UnicodeCategory.ConnectorPunctuation, UnicodeCategory.DashPunctuation, UnicodeCategory.OpenPunctuation, UnicodeCategory.ClosePunctuation, UnicodeCategory.InitialQuotePunctuation, UnicodeCategory.FinalQuotePunctuation, UnicodeCategory.OtherPunctuation],
        "Pc" or "Connector_Punctuation" => [UnicodeCategory.ConnectorPunctuation],
        "Pd" or "Dash_Punctuation" => [UnicodeCategory.DashPunctuation],
        "Ps" or "Open_Punctuation" => [UnicodeCategory.OpenPunctuation],
        "Pe" or "Close_Punctuation" => [UnicodeCategory.ClosePunctuation],
        "Pi" or "Initial_Punctuation" => [UnicodeCategory.InitialQuotePunctuation],
        "Pf" or "Final_Punctuation" => [UnicodeCategory.FinalQuotePunctuation],
        "Po" or "Other_Punctuation" => [UnicodeCategory.OtherPunctuation],
        _ => null,
    };

    static UnicodeCategory[]? Others(string name) => name switch
    {
        "S" or "Symbol" => [UnicodeCategory.MathSymbol, UnicodeCategory.CurrencySymbol, UnicodeCategory.ModifierSymbol, UnicodeCategory.OtherSymbol],
        "Sm" or "Math_Symbol" => [UnicodeCategory.MathSymbol],
        "Sc" or "Currency_Symbol" => [UnicodeCategory.CurrencySymbol],
        "Sk" or "Modifier_Symbol" => [UnicodeCategory.ModifierSymbol],
        "So" or "Other_Symbol" => [UnicodeCategory.OtherSymbol],
        "C" or "Other" => [UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.Surrogate, UnicodeCategory.PrivateUse, UnicodeCategory.OtherNotAssigned],
        "Cc" or "Control" or "cntrl" => [UnicodeCategory.Control],
        "Cf" or "Format" => [UnicodeCategory.Format],
        "Cs" or "Surrogate" => [UnicodeCategory.Surrogate],
        "Co" or "Private_Use" => [UnicodeCategory.PrivateUse],
        "Cn" or "Unassigned" => [UnicodeCategory.OtherNotAssigned],
        _ => null,
    };

    static (int From, int To, UnicodeCategory Category)[] FindRuns()
    {
        var runs = new List<(int From, int To, UnicodeCategory Category)>();
        for (var codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(codePoint);
            if (runs.Count > 0 && runs[^1].Category == category) runs[^1] = (runs[^1].From, codePoint, category);
            else runs.Add((codePoint, codePoint, category));
        }
        return [.. runs];
    }
}
