using System.Text;
using System.Text.RegularExpressions;

namespace LayerEvals.Models;

/// <summary>Turns the rules and the user's own words into <see cref="Instructions"/>; what is said later wins.</summary>
internal static partial class PromptReading
{
    // Nobody writes a longer prompt by hand; a longer one is data, and is read as far as this.
    private const int LongestPrompt = 16_000;

    public static Instructions Of(string rules, Instructions? before = null)
    {
        var text = rules.Length <= LongestPrompt ? rules : rules[..LongestPrompt];
        var skeleton = JsonSkeleton.Find(text);
        var prose = skeleton is null ? text : text[..skeleton.Start] + "\n\n" + text[skeleton.End..];
        var read = before ?? new Instructions();
        if (skeleton is not null) read = read with { Shape = skeleton.Shape, AsJson = true };
        var statements = new List<string>(read.Statements);
        foreach (var statement in Sentences.Texts(prose, wholeQuotes: true))
        {
            statements.Add(statement);
            if (OnWhatIsAsked().IsMatch(statement)) continue;

            var unquoted = WithoutQuotes(statement);
            read = LengthDemands.Read(unquoted, read);
            read = FormDemands.Read(statement, read);
            read = QuotedDemands.Read(statement, read);
        }
        if (ListBelow(statements) is { Count: > 1 } labels && read.Kind is AnswerKind.Prose or AnswerKind.OneWord) read = read with { Kind = AnswerKind.Label, Labels = labels };
        if (read.AsJson && read.Shape is null) read = read with { Shape = JsonSkeleton.FromNames(statements) };
        if (read.Words.Max == 1 && read.Kind == AnswerKind.Prose) read = read with { Kind = AnswerKind.OneWord };
        return read with { Statements = statements };
    }

    // "Answer with one of these labels:" and the labels below it, each on its line, perhaps with its meaning after a colon.
    private static List<string> ListBelow(List<string> statements)
    {
        var heading = statements.FindIndex(statement => statement.EndsWith(':') && FormDemands.AnnouncesLabels(statement));
        var labels = new List<string>();
        for (var number = heading + 1; heading >= 0 && number < statements.Count; number++)
        {
            var colon = statements[number].IndexOf(": ", StringComparison.Ordinal);
            var label = (colon > 0 ? statements[number][..colon] : statements[number]).Trim('"', '`', '*', '.', ' ');
            if (Words.Count(label) is 0 or > 3) break;
            labels.Add(label);
        }
        return labels;
    }

    // What stands in quotation marks is text to use, not a demand on length.
    private static string WithoutQuotes(string statement)
    {
        if (!statement.Contains('"')) return statement;

        var plain = new StringBuilder(statement.Length);
        var parts = statement.Split('"');
        for (var part = 0; part < parts.Length; part++) plain.Append(part % 2 == 0 ? parts[part] : " … ");
        return plain.ToString();
    }

    // "A form that the question asks for (one word, three bullets) comes first" asks for none of them.
    [GeneratedRegex(@"\b(?:form|format|length)\b.{0,20}\b(?:question|user|customer|it|they)\b.{0,10}\b(?:asks?|wants?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnWhatIsAsked();
}
