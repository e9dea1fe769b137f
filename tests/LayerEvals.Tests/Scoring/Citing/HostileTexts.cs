namespace LayerEvals.Tests.Scoring.Citing;

/// <summary>Texts of a model that wants a check to take forever: what opens and never closes, what nests, what repeats.</summary>
internal static class HostileTexts
{
    static readonly string[] Units =
    [
        "[", "[[1]", "[1]", "[1, ", "[^1]", "[^a]: C-4.1\n", "[a](", "[a](b ", "(", "(C-4.1 ", "((C-4.1)", "\u3010", "\u30104\u2020", "<cite ", "<cite id=\"", "<cite>", "<source id=C-4.1>",
        "Section ", "Section 4.1(", "Sections 1, 2, ", "\u00A7", "\"", "\"a b\" ", "\u201Ca b\u201D[1] ", "'", "`", "``` ", "```\n", "> ", "|", "| a | [1] |\n", "|-|\n", "- 1. ", "1. ", "\n", " ", ".", ". ", "\u2026",
        "1", "1,", "1,234", "1.1.", "1 234 ", "12:", "12:30 ", "1-2-3-", "2024-05-", "May 1, ", "May ", "30 working ", "30 (", "twenty-", "one hundred and ", "EUR", "EUR 1", "\u20AC ", "A-", "A1-", "A", "a ", "Ab Cd ", "\u00E9\u0301", "\uD83D\uDE00", "\u200B", "not found in sources. ", "please ",
        "<!--", "<!-- -->", "-->", "[C-4.1-C-4.1]", "[C\u20114.1]", "\uFF14\uFF15 ", "a\u0301", "No\u200Bt found",
    ];

    /// <summary>Each text with a name, of so many characters.</summary>
    public static IEnumerable<(string Name, string Text)> Of(int length)
    {
        foreach (var unit in Units)
            yield return (unit.ReplaceLineEndings("\\n"), string.Concat(Enumerable.Repeat(unit, length / unit.Length)));
        yield return ("a claim with ever new numbers", string.Concat(Enumerable.Range(1000, length / 20).Select(i => $"Fee {i} EUR [C-4.1]. ")));
        yield return ("ever new quotations", string.Concat(Enumerable.Range(1000, length / 30).Select(i => $"\"the fee is {i}\" [C-4.1]. ")));
        yield return ("ever new ids", string.Concat(Enumerable.Range(1000, length / 10).Select(i => $"[A-{i}] ")));
    }
}
