using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>The kind of value that a question asks for.</summary>
internal enum Wanted
{
    Any,
    Money,
    Time,
}

/// <summary>Tells what kind of value a question asks for, and whether a sentence holds one.</summary>
internal static partial class WantedValues
{
    public static Wanted Of(string question)
    {
        if (TimeAsked().IsMatch(question)) return Wanted.Time;
        return MoneyAsked().IsMatch(question) ? Wanted.Money : Wanted.Any;
    }

    public static bool IsIn(ReadOnlySpan<char> sentence, Wanted wanted) => wanted switch
    {
        Wanted.Money => Money().IsMatch(sentence),
        Wanted.Time => Time().IsMatch(sentence),
        _ => true,
    };

    /// <summary>Whether the word only asks for the value: "up to what sum" is not about sums.</summary>
    public static bool IsAskedBy(ReadOnlySpan<char> word, Wanted wanted) => wanted != Wanted.Any && AskingWord().IsMatch(word);

    [GeneratedRegex(@"\bhow (?:long|soon|early|late)\b|\b(?:how many|what number of|within what|within which) (?:\w{1,12} )?(?:minutes|hours|days|nights|weeks|months|years|time)\b|\bby when\b|\buntil when\b|\b(?:what|which) time\b|\bdeadline\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeAsked();

    [GeneratedRegex(@"\bhow much\b|\b(?:what|which)\b[^?.]{0,30}\b(?:sum|amount|fee|price|costs?|limit|payment|benefit|deposit|fare|fine)\b|\bmost (?:you|we|they|i) (?:will |can )?(?:pay|charge|get)\b|\b(?:does|do|will|would)\b[^?.]{0,40}\bcost\b|\b(?:a|the) maximum\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MoneyAsked();

    [GeneratedRegex(@"[€$£%]|\b(?:EUR|USD|GBP|CHF)\b|\b[0-9][0-9.,]{0,12} (?:euros?|dollars?|pounds?|francs?|percent|per cent)\b|\b(?:free|without (?:extra )?(?:charge|cost|payment)|in full|no (?:fee|charge|cost|excess)|half)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(?:[0-9][0-9.,]{0,8}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](?:\w{1,10} )?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?)\b|\b[0-9]{1,2}:[0-9]{2}\b|\b(?:week|day|month) [0-9]|\b[0-9]{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:noon|midnight|at once|immediately)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?:sum|amount|maximum|highest|limit|figure|total|number)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AskingWord();
}
