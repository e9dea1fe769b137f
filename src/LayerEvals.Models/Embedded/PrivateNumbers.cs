using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Telephone and account numbers, for prompts that want none of them in the answer.</summary>
internal static partial class PrivateNumbers
{
    /// <summary>Whether the value holds a number of a kind that a statement forbids.</summary>
    public static bool Hold(string value, IReadOnlyList<string> statements)
    {
        var isTelephone = Telephone().IsMatch(value);
        var isAccount = Account().IsMatch(value);
        if (!isTelephone && !isAccount) return false;

        foreach (var statement in statements)
            if (Leave().IsMatch(statement) && ((isTelephone && TelephoneWord().IsMatch(statement)) || (isAccount && AccountWord().IsMatch(statement)))) return true;
        return false;
    }

    [GeneratedRegex(@"\+[0-9]{1,3}[ 0-9/()-]{6,20}[0-9]|\b0[0-9]{2,4}[ /-][0-9 -]{5,15}[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Account();

    [GeneratedRegex(@"\b(?:no|never|leave out|without|omit|do not|don't)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leave();

    [GeneratedRegex(@"\b(?:tele)?phone numbers?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TelephoneWord();

    [GeneratedRegex(@"\b(?:bank )?account numbers?\b|\bIBANs?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AccountWord();
}
