using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Reads and applies conditions on a record: "the amount is above 5,000", "the receipt is missing", "x is yes and y exceeds z".</summary>
internal static partial class Condition
{
    private const int MostComparisons = 8;
    private const int LongestCondition = 400;

    /// <summary>True or false when the condition could be read and its fields are there; otherwise null.</summary>
    public static bool? Holds(string condition, IReadOnlyList<RecordField> record, Vocabulary vocabulary)
    {
        var text = condition.Length <= LongestCondition ? condition : condition[..LongestCondition];
        var (from, anyIsTrue, allAreTrue, isEither, read) = (0, false, true, false, 0);
        RecordField? last = null;
        while (read < MostComparisons && Comparison().Match(text, from) is { Success: true } match)
        {
            var subject = text.AsSpan(from, match.Index - from);
            if (read > 0 && subject.TrimStart().StartsWith("or ", StringComparison.OrdinalIgnoreCase)) isEither = true;
            var rest = text.AsSpan(match.Index + match.Length);
            var end = ValueEnd().Match(text, match.Index + match.Length);
            var value = (end.Success ? text.AsSpan(match.Index + match.Length, end.Index - match.Index - match.Length) : rest).Trim().Trim("\"'“”`.");
            var field = FieldOf(subject, record, vocabulary) ?? (IsPronoun(subject) ? last : null) ?? OnlyNumber(record, match, vocabulary.Read(subject).Length);
            if (Judge(match, field, value, record, vocabulary) is not { } holds)
            {
                // "…, the decision is refer" is what follows from the condition, not a part of it.
                if (read > 0 && subject.StartsWith(", ")) break;
                return null;
            }

            (anyIsTrue, allAreTrue, last) = (anyIsTrue || holds, allAreTrue && holds, field);
            read++;
            from = end.Success ? end.Index : text.Length;
        }
        return read == 0 ? null : isEither ? anyIsTrue : allAreTrue;
    }

    private static bool? Judge(Match match, RecordField? field, ReadOnlySpan<char> value, IReadOnlyList<RecordField> record, Vocabulary vocabulary)
    {
        var isDenied = match.Groups["deny"].Success;
        if (field is null) return match.Groups["miss"].Success && !match.ValueSpan.EndsWith("unknown", StringComparison.OrdinalIgnoreCase) ? true : null;
        if (match.Groups["miss"].Success) return field.IsMissing;
        if (match.Groups["there"].Success) return !field.IsMissing ^ isDenied;
        if (match.Groups["no"].Success) return field.IsMissing || StartsWithWord(field.Value, "no") || StartsWithWord(field.Value, "false");
        if (match.Groups["yes"].Success) return StartsWithWord(field.Value, "yes") || StartsWithWord(field.Value, "true");
        if (match.Groups["eq"].Success && Quantity.Of(value) is null) return SameText(field.Value, value, vocabulary) ^ isDenied;

        var other = Quantity.First(value) is { } given ? given.Value : record.Named(value, vocabulary) is { } named && named != field ? Quantity.Of(named.Value) : null;
        return Quantity.Of(field.Value) is { } own && other is { } limit ? Compare(match, own, limit, value) ^ isDenied : null;
    }

    private static bool Compare(Match match, decimal own, decimal limit, ReadOnlySpan<char> value)
    {
        if (match.Groups["between"].Success)
        {
            var low = Quantity.First(value);
            var high = low is { } first ? Quantity.Of(value[first.Place.End.Value..]) : null;
            return own >= limit && (high is null || own <= high);
        }
        if (match.Groups["gt"].Success) return own > limit;
        if (match.Groups["ge"].Success || OrMore().IsMatch(value)) return own >= limit;
        if (match.Groups["lt"].Success) return own < limit;
        return match.Groups["le"].Success || OrLess().IsMatch(value) ? own <= limit : own == limit;
    }

    private static bool SameText(ReadOnlySpan<char> own, ReadOnlySpan<char> value, Vocabulary vocabulary)
    {
        if (own.Equals(value, StringComparison.OrdinalIgnoreCase)) return true;

        var asked = vocabulary.Read(value);
        var given = vocabulary.Read(own);
        foreach (var stem in asked)
            if (Array.IndexOf(given, stem) < 0) return false;
        return asked.Length > 0;
    }

    // "Earlier orders" is not the field "order id": one word in common is not enough when the condition has more.
    private static RecordField? FieldOf(ReadOnlySpan<char> subject, IReadOnlyList<RecordField> record, Vocabulary vocabulary)
    {
        if (record.Named(subject, vocabulary) is not { } field) return null;

        var asked = vocabulary.Read(RecordFields.Spoken(subject));
        var name = vocabulary.Read(RecordFields.Spoken(field.Name));
        var shared = 0;
        foreach (var stem in name)
            if (Array.IndexOf(asked, stem) >= 0) shared++;
        return shared == name.Length || shared * 2 > asked.Length ? field : null;
    }

    private static RecordField? OnlyNumber(IReadOnlyList<RecordField> record, Match match, int subjectTerms)
    {
        if (subjectTerms > 1 || match.Groups["miss"].Success || match.Groups["eq"].Success || match.Groups["yes"].Success || match.Groups["no"].Success) return null;

        RecordField? only = null;
        foreach (var field in record)
        {
            if (field.Value.Length == 0 || !char.IsAsciiDigit(field.Value[0]) || field.Value.Contains('-')) continue;
            if (only is not null) return null;
            only = field;
        }
        return only;
    }

    private static bool IsPronoun(ReadOnlySpan<char> subject)
    {
        var words = new Words(subject);
        while (words.MoveNext())
            if (words.Current is not ("it" or "and" or "or" or "but" or "they" or "this" or "that" or "both")) return false;
        return true;
    }

    private static bool StartsWithWord(string value, string word) =>
        value.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (value.Length == word.Length || !char.IsLetter(value[word.Length]));

    [GeneratedRegex(@"\b(?:is|are|was|were|be|has|have|does|do|being)?\s?(?<deny>\bnot\s(?=above|over|more|greater|at least|below|under|less|present|given yes|equal|there))?(?:(?<miss>\b(?:missing|empty|blank|absent|lacking|unknown|not (?:given|stated|known|provided|recorded|present|set|supplied|attached|there|filled in))\b)|(?<le>\b(?:at most|no more than|not more than|up to|does not exceed|do not exceed|not exceed|within|no later than|no longer than)\b)|(?<ge>\b(?:at least|no less than|not less than|no fewer than|no earlier than)\b)|(?<gt>\b(?:above|over|more than|greater than|higher than|larger than|exceeds?|exceeding|longer than|later than|after|older than)\b)|(?<lt>\b(?:below|under|less than|fewer than|lower than|smaller than|shorter than|earlier than|before|younger than)\b)|(?<between>\bbetween\b)|(?<there>\b(?:present|given|stated|known|provided|attached|supplied|filled in)\b)|(?<=\b(?:is|are|was|were|says?)\s)(?<no>no|false)\b|(?<=\b(?:is|are|was|were|says?)\s)(?<yes>yes|true)\b|(?<eq>(?<=\b(?:is|are|was|were)\s)(?:(?<deny>not)\s)?(?=[\w""“`'])|=|\bequals\b|\bequal to\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();

    // "between 3 and 5" keeps its "and", "5 or more" its "or".
    [GeneratedRegex(@"(?<!\bbetween\s[^,;]{1,20})\sand\s|\sor\s(?!more\b|less\b|fewer\b|over\b|above\b|below\b|under\b|later\b|higher\b)|[,;]\s|\.(?:\s|$)|\sthen\s|\)|\sunless\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ValueEnd();

    [GeneratedRegex(@"\bor (?:more|over|above|later|higher)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrMore();

    [GeneratedRegex(@"\bor (?:less|fewer|below|under|lower|earlier)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrLess();
}
