using System.Collections.Frozen;

namespace LayerEvals.Scoring.Facts;

/// <summary>Units by the words for them, in seven languages.</summary>
internal static class UnitWords
{
    public const string Percent = "percent";

    static readonly (string Unit, string Words)[] Written =
    [
        ("day", "day days d tag tage tagen jour jours día días dia dias giorno giorni dag dagen"),
        ("week", "week weeks woche wochen semaine semaines semana semanas settimana settimane weken"),
        ("month", "month months monat monate monaten mois mes meses mese mesi mês maand maanden"),
        ("year", "year years yr yrs jahr jahre jahren an ans année années año años anno anni ano anos jaar jaren"),
        ("hour", "hour hours hr hrs h stunde stunden heure heures hora horas ora ore uur uren"),
        ("minute", "minute minutes min mins minuten minuto minutos minuti minuut"),
        ("second", "seconds sec secs sekunde sekunden seconde secondes segundo segundos secondo secondi seconden"),
        (Percent, "percent pct prozent procent percento porcentaje"),
        ("EUR", "eur euro euros"), ("USD", "usd dollar dollars us$"), ("GBP", "gbp pound pounds sterling"), ("CHF", "chf franken francs"), ("JPY", "jpy yen"),
        ("kilometre", "km kilometer kilometers kilometre kilometres"), ("mile", "mile miles"), ("metre", "metre metres meter meters"),
        ("kilogram", "kg kilo kilos kilogram kilograms"), ("gram", "g gram grams"), ("milligram", "mg"), ("litre", "litre litres liter liters l"), ("millilitre", "ml"),
        ("gigabyte", "gb"), ("megabyte", "mb"), ("kilobyte", "kb"),
    ];

    // Words that stand between a number and its unit and change neither.
    static readonly HashSet<string> Between = new(StringComparer.OrdinalIgnoreCase)
        { "working", "business", "calendar", "consecutive", "full", "whole", "additional", "more", "further", "clear", "successive" };

    static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByWord = Written
        .SelectMany(u => u.Words.Split(' ').Select(word => (word, u.Unit)))
        .ToFrozenDictionary(u => u.word, u => u.Unit, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly Dictionary<string, decimal> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["k"] = 1e3m,
        ["thousand"] = 1e3m,
        ["m"] = 1e6m,
        ["mn"] = 1e6m,
        ["mio"] = 1e6m,
        ["million"] = 1e6m,
        ["millions"] = 1e6m,
        ["millionen"] = 1e6m,
        ["bn"] = 1e9m,
        ["billion"] = 1e9m,
        ["mrd"] = 1e9m,
    };

    /// <summary>The unit that a word names; null where it names none.</summary>
    public static string? Of(ReadOnlySpan<char> word) => ByWord.TryGetValue(word, out var unit) ? unit : null;

    /// <summary>The currency of a sign; null where it is none.</summary>
    public static string? OfSign(char c) => c switch { '%' => Percent, '\u20AC' => "EUR", '$' => "USD", '\u00A3' => "GBP", '\u00A5' => "JPY", _ => null };

    /// <summary>What a word multiplies the number before it by; 0 where it does not.</summary>
    public static decimal Scale(ReadOnlySpan<char> word) => Scales.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var scale) ? scale : 0;

    public static bool StandsBetween(ReadOnlySpan<char> word) => Between.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
