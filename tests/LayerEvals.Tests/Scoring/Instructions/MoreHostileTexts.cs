namespace LayerEvals.Tests.Scoring.Instructions;

/// <summary>What a pattern for bullets, highlights, sections, titles, sentences or JSON could be driven mad with.</summary>
internal static class MoreHostileTexts
{
    static readonly string[] Units = ["*", "**", "***", "* *", "*\n", "\n*", "- ", "<<", ">>", "<< ", "{\"a\":", "{\"a\":[", "\\\"", "P.", "P. ", "p.p.", "SECTION", "SECTION ", "Section1", "fee", "e", "******", ".\" ", ".)", "?!", "a.", "A. ", "1. A ", "''", "I'S", "\u0915\u094D", "\u0130"];

    public static IEnumerable<(string Name, string Text)> Of(int length) =>
        Units.Select(unit => (unit.ReplaceLineEndings("\\n"), string.Concat(Enumerable.Repeat(unit, length / unit.Length))));
}
