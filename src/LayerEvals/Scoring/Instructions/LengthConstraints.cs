using LayerEvals.Diagnostics;

namespace LayerEvals.Scoring.Instructions;

/// <summary>How many words, sentences and paragraphs.</summary>
internal static class LengthConstraints
{
    const string Rule = "***";
    const string BlankLine = "\n\n";

    public static IReadOnlyList<InstructionType> All { get; } =
    [
        new("length_constraints:number_words", kwargs => Kwargs.Amount(kwargs, "num_words", "relation", "word") is { } amount ? response => amount.Judge(PythonText.Words(response)) : null),
        new("length_constraints:number_sentences", kwargs => Kwargs.Amount(kwargs, "num_sentences", "relation", "sentence") is { } amount ? response => amount.Judge(PunktSentences.Count(response)) : null),
        new("length_constraints:number_paragraphs", kwargs => Kwargs.Amount(kwargs, "num_paragraphs", Bound.Exactly, "paragraph") is { } amount ? response => Paragraphs(response, amount) : null),
        new("length_constraints:nth_paragraph_first_word", kwargs =>
        {
            var amount = Kwargs.Amount(kwargs, "num_paragraphs", Bound.Exactly, "paragraph");
            var nth = Kwargs.Count(kwargs, "nth_paragraph", least: 1);
            var word = Kwargs.Text(kwargs, "first_word");
            return amount is null || nth is not { } n || word is null ? null : response => FirstWord(response, amount, (n, PythonText.Lower(word)));
        }),
    ];

    // Between rules of three asterisks. White space beside a rule changes no count.
    static string? Paragraphs(string response, Amount amount)
    {
        var parts = response.Split(Rule);
        var found = parts.Length;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!PythonText.IsBlank(parts[i])) continue;
            if (i > 0 && i < parts.Length - 1) return $"expected paragraphs with `{Rule}` between them, found an empty one";
            found--;
        }
        return amount.Judge(found) is { } wrong ? $"{wrong}, with `{Rule}` between them" : null;
    }

    // The count is of the parts that are not blank, the place among all parts: so does the reference.
    static string? FirstWord(string response, Amount amount, (int Nth, string Word) wanted)
    {
        var parts = response.Split(BlankLine);
        var found = parts.Count(part => !PythonText.IsBlank(part));
        if (amount.Judge(found) is { } wrong) return $"{wrong}, with a blank line between them";
        if (wanted.Nth > found) return $"{Numerals.Count(found, "paragraph")}, at least {wanted.Nth} to have one of that number";
        var nth = PythonText.Trim(parts[wanted.Nth - 1]);
        if (nth.Length == 0) return $"expected a paragraph in place {wanted.Nth}, found nothing between two blank lines";
        var first = First(nth);
        return first == wanted.Word ? null : $"expected paragraph {wanted.Nth} to start with `{Printable.Short(wanted.Word, 40)}`, found `{Printable.Short(first, 40)}`";
    }

    static string First(string paragraph)
    {
        var end = 0;
        while (end < paragraph.Length && !PythonText.IsSpace(paragraph[end])) end++;
        var word = paragraph.AsSpan(0, end).TrimStart('\'').TrimStart('"');
        var stop = word.IndexOfAny(".,?!'\"");
        return PythonText.Lower((stop < 0 ? word : word[..stop]).ToString());
    }
}
