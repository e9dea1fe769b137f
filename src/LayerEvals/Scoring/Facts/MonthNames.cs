namespace LayerEvals.Scoring.Facts;

/// <summary>Months by name, in seven languages, whole and cut to three letters in English.</summary>
internal static class MonthNames
{
    static readonly string[] Written =
    [
        "january jan januar janvier enero gennaio janeiro januari",
        "february feb februar février febrero febbraio fevereiro februari",
        "march mar märz mars marzo março maart",
        "april apr avril abril aprile",
        "may mai mayo maggio maio mei",
        "june jun juni juin junio giugno junho",
        "july jul juli juillet julio luglio julho",
        "august aug août agosto augustus",
        "september sep sept septembre septiembre settembre setembro",
        "october oct oktober octobre octubre ottobre outubro",
        "november nov novembre noviembre novembro",
        "december dec dezember décembre diciembre dicembre dezembro",
    ];

    static readonly Dictionary<string, int> ByName = Written
        .SelectMany((names, i) => names.Split(' ').Select(name => (name, Month: i + 1)))
        .ToDictionary(m => m.name, m => m.Month, StringComparer.OrdinalIgnoreCase);

    /// <summary>The month of a name, 1 to 12; 0 where it is none.</summary>
    public static int Of(ReadOnlySpan<char> word) => ByName.GetAlternateLookup<ReadOnlySpan<char>>().GetValueOrDefault(word);

    static int GetValueOrDefault(this Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> months, ReadOnlySpan<char> word) => months.TryGetValue(word, out var month) ? month : 0;
}
