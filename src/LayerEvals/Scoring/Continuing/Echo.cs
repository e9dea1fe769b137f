using LayerEvals.Diagnostics;

namespace LayerEvals.Scoring.Continuing;

/// <summary>
/// Tells that an answer is what was given and nothing else: the input again, or a long stretch of it or of a source. Restating a question and answering it, or answering in the words of a source or of a
/// passage that the input starts with, is an answer.
/// </summary>
internal static class Echo
{
    // "Refund window" may be both a question and its answer.
    const int FewestOfInput = 5;

    // Answers that quote a source, or a passage before the question, take a sentence or a clause of it.
    const int FewestOfSource = 100;

    // Words beside the echo that answer nothing yet.
    const int MostBeside = 3;

    public static Tell? In(Subject subject)
    {
        var said = Words(subject.Text);
        if (said.Length < FewestOfInput) return null;
        foreach (var asked in Given.Asked(subject.Case).Select(Words))
        {
            var same = Common(said, asked, 0);
            var isMuch = asked.Length - same <= MostBeside || same >= FewestOfSource;
            if (same >= FewestOfInput && said.Length - same <= MostBeside && isMuch) return new Tell($"repeats {Numerals.Count(same, "word")} of the input and says nothing else", subject.Text);
        }
        if (said.Length < FewestOfSource) return null;
        foreach (var source in subject.Case.Sources)
        {
            var words = Words(source.Text);
            var same = Common(said, words, Start(words, said));
            if (same >= FewestOfSource && said.Length - same <= MostBeside) return new Tell($"repeats {Numerals.Count(same, "word")} of the source {Printable.Short(source.Id, 60)} and says nothing else", subject.Text);
        }
        return null;
    }

    static string[] Words(string text) => [.. Phrasing.Words.Of(text)];

    static int Common(string[] said, string[] given, int from)
    {
        var count = 0;
        while (count < said.Length && from + count < given.Length && said[count] == given[from + count]) count++;
        return count;
    }

    // Where the source has the first words of the answer: some words decide, so that no text is slow.
    static int Start(string[] given, string[] said)
    {
        for (var at = 0; at + FewestOfInput <= given.Length; at++)
            if (Common(said[..FewestOfInput], given, at) == FewestOfInput) return at;
        return given.Length;
    }
}
