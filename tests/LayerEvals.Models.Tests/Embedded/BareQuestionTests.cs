namespace LayerEvals.Models.Tests.Embedded;

public sealed class BareQuestionTests
{
    [Theory]
    [InlineData("What is 17 + 25?", "42")]
    [InlineData("What is 17 percent of 200?", "34")]
    [InlineData("How much is 12 times 4?", "48")]
    [InlineData("What is 1,200 divided by 8?", "150")]
    [InlineData("What is 7.5 minus 10?", "-2.5")]
    public async Task Both_versions_solve_a_sum(string question, string expected)
    {
        (await Asking.Ask("reader-1", "", question)).ShouldBe(expected);
        (await Asking.Ask("reader-2", "", question)).ShouldBe(expected);
    }

    [Fact]
    public async Task Only_the_second_version_solves_a_sum_of_several_steps()
    {
        (await Asking.Ask("reader-2", "", "What is 2 + 3 * 4?")).ShouldBe("14");
        (await Asking.Ask("reader-1", "", "What is 2 + 3 * 4?")).ShouldBe("I don't know.");
    }

    [Theory]
    [InlineData("What is 5 divided by 0?")]
    [InlineData("Who was the first person on the Moon?")]
    [InlineData("Explain gravity.")]
    [InlineData("")]
    public async Task What_it_cannot_know_it_does_not_say(string question)
    {
        (await Asking.Ask("reader-2", "", question)).ShouldBe("I don't know.");
    }

    [Theory]
    [InlineData("Which is the largest: 14, 9, 103 or 21?", "103")]
    [InlineData("Which is the smallest: 14, 9, 103?", "9")]
    [InlineData("How many items are in this list: saw, plane, chisel and file?", "4")]
    [InlineData("Sort these alphabetically: plane, chisel, saw", "chisel, plane, saw")]
    public async Task Lists_in_the_question_are_looked_at(string question, string expected)
    {
        (await Asking.Ask("", question)).ShouldBe(expected);
    }

    [Fact]
    public async Task A_passage_in_the_message_is_read()
    {
        var message = "Passage: The lighthouse of Orn was lit in 1884. Its keeper, Sanna Vik, wrote a diary. Question: When was the lighthouse lit?";

        (await Asking.Ask("", message)).ShouldBe("The lighthouse of Orn was lit in 1884.");
    }

    [Fact]
    public async Task An_unlabelled_passage_with_a_question_at_its_end_is_read()
    {
        var message = "Sanna Vik kept the light of Orn for thirty years. She grew potatoes behind the tower. Her diary is in the town archive. Where is the diary?";

        (await Asking.Ask("", message)).ShouldBe("Her diary is in the town archive.");
    }
}
