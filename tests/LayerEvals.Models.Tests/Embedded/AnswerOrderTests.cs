namespace LayerEvals.Models.Tests.Embedded;

/// <summary>A passage without a label, a question after it, and orders on the answer around them.</summary>
public sealed class AnswerOrderTests
{
    private const string Passage = "The ropewalk of Halden was 300 metres long. It burnt down in 1872.\nThe owner rebuilt it with a loan from her sister.";

    [Fact]
    public async Task Orders_after_the_question_are_not_the_question()
    {
        var answer = await Asking.Ask("When a passage is given, answer from it.", $"{Passage}\n\nHow long was the ropewalk?\n\nAnswer in one sentence of at most 30 words, unless the question asks for another form.");

        answer.ShouldBe("The ropewalk of Halden was 300 metres long.");
    }

    [Fact]
    public async Task Orders_before_the_passage_are_not_the_passage()
    {
        var answer = await Asking.Ask("", $"Answer the question below as briefly as you can.\n\n{Passage}\n\nWith whose loan was it rebuilt? Answer in one sentence.");

        answer.ShouldBe("The owner rebuilt it with a loan from her sister.");
    }

    [Fact]
    public async Task The_form_that_the_question_asks_for_wins()
    {
        var answer = await Asking.Ask("", $"{Passage}\n\nHow long was the ropewalk? Answer with the number and nothing else.\n\nAnswer in one sentence, unless the question asks for another form.");

        answer.ShouldBe("300");
    }

    [Fact]
    public async Task Forms_that_a_question_may_ask_for_are_no_demand()
    {
        var answer = await Asking.Ask("A form that the question asks for (one word, three bullets) comes first.", $"{Passage}\n\nHow long was the ropewalk?");

        answer.ShouldStartWith("The ropewalk of Halden was 300 metres long.");
    }

    [Fact]
    public async Task A_reply_for_what_the_passage_lacks_needs_no_quotes()
    {
        var answer = await Asking.Ask("", $"{Passage}\n\nWhich train goes to Moss? If the passage does not say it, answer: The passage is silent.");

        answer.ShouldBe("The passage is silent.");
    }

    [Fact]
    public async Task A_question_on_one_of_them_and_another_offers_no_labels()
    {
        var answer = await Asking.Ask("", "<source id=\"D-1\">Two keys\nOne of two keys is sent back within 9 days.</source>\n\nQuestion: When do you send one of them back, and whose key was it?");

        answer.ShouldContain("[D-1]");
    }

    [Fact]
    public async Task A_message_of_orders_alone_is_kept()
    {
        (await Asking.Ask("", "Answer in one word.\n\nAnswer briefly, with at most 5 words.")).ShouldNotBeEmpty();
    }
}
