using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Reads demands on form: bullets, JSON, one word, a number, a label, citations, capital letters.</summary>
internal static partial class FormDemands
{
    private const int MostLabels = 40;

    public static Instructions Read(string statement, Instructions soFar)
    {
        var isDenied = Denied().IsMatch(statement);
        if (Bulleted().IsMatch(statement) && !isDenied) soFar = soFar with { AsBullets = true };
        if (Json().IsMatch(statement) && !isDenied) soFar = soFar with { AsJson = true };
        if (Fence().IsMatch(statement)) soFar = soFar with { Fenced = !isDenied };
        if (Cited().IsMatch(statement)) soFar = Citing(statement, soFar);
        if (Lower().IsMatch(statement)) soFar = soFar with { LetterCase = LetterCase.Lower };
        if (Upper().IsMatch(statement)) soFar = soFar with { LetterCase = LetterCase.Upper };
        if (NoCommas().IsMatch(statement)) soFar = soFar with { WithoutCommas = true };
        if (statement.Contains('{')) return soFar;

        if (YesOrNo().IsMatch(statement)) return soFar with { Kind = AnswerKind.YesOrNo, ExplainsItself = ThenMore().IsMatch(statement) };
        if (NumberOnly().IsMatch(statement)) return soFar with { Kind = AnswerKind.Number };
        // "Is one of them open, or closed?" offers no labels.
        if ((!statement.EndsWith('?') || statement.Contains(':')) && LabelList().Match(statement) is { Success: true } list)
        {
            var labels = Labels(list.Groups["list"].Value);
            if (labels.Count > 1) return soFar with { Kind = AnswerKind.Label, Labels = labels };
        }
        return OneWord().IsMatch(statement) ? soFar with { Kind = AnswerKind.OneWord } : soFar;
    }

    public static bool AnnouncesLabels(string statement) => LabelHeading().IsMatch(statement);

    /// <summary>"A, B or C", "A | B", `"A" / "B"` as single labels.</summary>
    public static IReadOnlyList<string> Labels(string list)
    {
        var labels = new List<string>();
        foreach (var part in Separator().Split(list))
        {
            var label = part.Trim().Trim('"', '“', '”', '`', '\'', '.', ':', ' ', '*');
            if (label.Length is > 0 and < 40 && labels.Count < MostLabels && !labels.Contains(label)) labels.Add(label);
        }
        return labels;
    }

    private static Instructions Citing(string statement, Instructions soFar)
    {
        if (Uncited().IsMatch(statement)) return soFar with { Citations = CitationStyle.None };

        var style = Style().Match(statement);
        if (style.Success) soFar = soFar with { Citations = new CitationStyle(style.Groups["open"].Value, style.Groups["close"].Value) };
        return AtTheEnd().IsMatch(statement) ? soFar with { CitesAtTheEnd = true } : soFar;
    }

    [GeneratedRegex(@"\b(?:do not|don't|never|no|without|avoid|not as|not in|rather than)\b.{0,30}\b(?:bullets?|json|lists?|fences?|code block|markdown)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\bbullet(?:s|ed)?(?: points?| list)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bulleted();

    [GeneratedRegex(@"\bjson\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Json();

    [GeneratedRegex(@"\b(?:fenced?|code block|code fence)\b|```json", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\b(?:cit(?:e|es|ed|ing|ation|ations)|source ids?|reference|ids? of (?:the|its|each) (?:source|clause|section)s?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cited();

    [GeneratedRegex(@"\b(?:do not|don't|never|no|without)\s(?:\w{1,12}\s){0,2}(?:cite|citations?|citing|source ids?|references?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Uncited();

    // The id inside is an example: a letter or a word, then digits; or the word "id" itself.
    [GeneratedRegex(@"(?<open>\[{1,2}(?:source: ?|source |ref: ?|see )?|\((?:source: ?|source |ref: ?|see )?|\{|<)(?:[A-Za-z]{1,12}[-. ]?[0-9][\w.\-]{0,12}|(?:source |clause |section )?id|ID|X|source)(?<close>\]{1,2}|\)|\}|>)", RegexOptions.CultureInvariant)]
    private static partial Regex Style();

    [GeneratedRegex(@"\bat the (?:very )?end of (?:the|your) (?:answer|reply|response|text)\b|\bafter the (?:answer|reply)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtTheEnd();

    [GeneratedRegex(@"\b(?:answer|reply|respond|say|write)\b.{0,40}\byes\b.{0,6}\bor\b.{0,6}\bno\b|\byes/no\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"\bno\b.{0,4}(?:\bthen\b|\bfollowed\b|\band\b|\bwith\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThenMore();

    [GeneratedRegex(@"\b(?:number|figure|amount|digits) (?:only|alone|and nothing else)\b|\b(?:only|just)\b.{0,20}\b(?:number|figure|digits)\b|\bas a (?:bare|plain|single) number\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberOnly();

    [GeneratedRegex(@"\b(?:with|in|as|use|only|exactly)\s(?:\w{1,10}\s)?(?:one|a single|1) word\b|\bone-word\b|\bsingle-word\b|\bsingle word only\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OneWord();

    [GeneratedRegex(@"\b(?:one of|choose (?:from|between|one)|pick (?:from|between|one)|classif\w{1,4}\b.{0,40}?\b(?:as|into)|label (?:this|the|each|it)\b.{0,40}?\b(?:as|into)|labels?(?: are)?)(?: exactly)?(?: one of)?(?: (?:these|the|following|two|three|four|five|six|labels?|words?|categories|options|values|from)){0,5}\s?:?\s(?<list>[^.?!\n]{3,400})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelList();

    [GeneratedRegex(@"\b(?:one of|one label|labels?|categor(?:y|ies)|classes|choose|pick)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelHeading();

    [GeneratedRegex(@"\s*(?:,\s*(?:or|and)\s|,|;|\||/|\s(?:or|and)\s)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\b(?:all|only|entirely|in) (?:in )?(?:lowercase|lower case|lower-case)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lower();

    [GeneratedRegex(@"\b(?:all|only|entirely|in) (?:in )?(?:all )?(?:uppercase|upper case|upper-case|capital letters|capitals)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Upper();

    [GeneratedRegex(@"\b(?:no|without|not use|avoid|don't use)\b.{0,12}\bcommas\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoCommas();
}
