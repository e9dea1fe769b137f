namespace LayerEvals.Models.Tests.Embedded;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("Dr. Lind came. She left at 5.30 p.m. sharp.", "Dr. Lind came.|She left at 5.30 p.m. sharp.")]
    [InlineData("See No. 4 on p. 12. It is short.", "See No. 4 on p. 12.|It is short.")]
    [InlineData("J. Orn wrote it. Really? Yes!", "J. Orn wrote it.|Really?|Yes!")]
    [InlineData("Bring:\n- a lamp\n- two ropes", "Bring:|a lamp|two ropes")]
    [InlineData("1. First step.\n2. Second step.", "First step.|Second step.")]
    [InlineData("This is a line that was wrapped by an editor at sixty or so\nLetters, and goes on.", "This is a line that was wrapped by an editor at sixty or so Letters, and goes on.")]
    [InlineData("He said \"Stop.\" Then he left.", "He said \"Stop.\"|Then he left.")]
    [InlineData("", "")]
    public void Sentences_end_where_a_reader_ends_them(string text, string expected)
    {
        string.Join('|', Sentences.Texts(text)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("cancel", "cancelled"), InlineData("cancel", "cancellations"), InlineData("rental", "rentals"), InlineData("repair", "repairing")]
    [InlineData("approve", "approved"), InlineData("city", "cities"), InlineData("keep", "kept"), InlineData("refer", "referred"), InlineData("box", "boxes"), InlineData("child", "children")]
    public void Forms_of_one_word_share_a_number(string one, string other)
    {
        var vocabulary = new Vocabulary();

        vocabulary.NumberOf(other).ShouldBe(vocabulary.NumberOf(one));
    }

    [Fact]
    public void The_bm25_score_is_the_formulas()
    {
        // Two sentences of 2 stems, one term in the first: N is raised to 12, n = 1, so idf = ln(1 + 11.5 / 1.5) = 2.159484.
        // Of average length, frequency 1: 2.159484 * 1 * 2.2 / (1 + 1.2) = 2.159484.
        var vocabulary = new Vocabulary();
        var candidates = Candidates.Of([new Passage("A", "", "Grey herons. Blue kites.")], vocabulary);

        var scores = Bm25.Score(Question.Of("herons", vocabulary), candidates, vocabulary, ReaderTraits.All[0]);

        scores[0].Score.ShouldBe(2.159484, 1e-6);
        scores[0].Coverage.ShouldBe(1);
    }
}
