namespace LayerEvals.Models.Tests.Embedded;

public sealed class InstructionTests
{
    private static readonly string Cancelling = Shelf.Ask(Shelf.Bicycles, "What happens when I cancel a booking late?");
    private static readonly string Everything = Shelf.Ask(Shelf.Bicycles, "Summarise the sources.");

    [Fact]
    public async Task A_question_the_sources_do_not_answer_is_answered_with_the_prompts_not_found_sentence()
    {
        var answer = await Asking.Ask("""If the sources do not contain the answer, say "The handbook is silent on this."  """, Shelf.Ask(Shelf.Bicycles, "Which satellites of Jupiter are visible?"));

        answer.ShouldBe("The handbook is silent on this.");
    }

    [Theory]
    [InlineData("""Reply with "Nothing found." if the answer is missing from the sources.""", "Nothing found.")]
    [InlineData("""When nothing in the passages answers the question, write exactly: "No clause covers this".""", "No clause covers this")]
    [InlineData("Answer from the sources only. If they do not hold the answer, answer “Not in the manual.” and nothing else.", "Not in the manual.")]
    [InlineData("""Unless the text supports an answer, respond "I cannot tell from the text." """, "I cannot tell from the text.")]
    [InlineData("Answer briefly.", "Not found in sources.")]
    public async Task The_not_found_sentence_is_read_from_many_phrasings(string rules, string expected)
    {
        var answer = await Asking.Ask(rules, Shelf.Ask(Shelf.Telescope, "Who won the chess olympiad in Budapest?"));

        answer.ShouldBe(expected);
    }

    [Fact]
    public async Task An_answer_quotes_its_source_and_names_its_id()
    {
        var answer = await Asking.Ask(Shelf.Rules, Shelf.Ask(Shelf.Library, "How long may I keep a film?"));

        answer.ShouldBe("Books may be kept for 28 days, films for 7 days. [L-3]");
    }

    [Theory]
    [InlineData("Cite like (B-6).", "(B-6)")]
    [InlineData("Cite the source as [source: id] after each sentence.", "[source: B-6]")]
    [InlineData("Put the citation in double brackets, such as [[B-1]].", "[[B-6]]")]
    public async Task Citations_follow_the_style_the_prompt_shows(string rules, string expected)
    {
        var answer = await Asking.Ask(rules, Cancelling);

        answer.ShouldEndWith(expected);
    }

    [Fact]
    public async Task A_prompt_without_citations_gets_none()
    {
        var answer = await Asking.Ask("Do not include citations.", Cancelling);

        answer.ShouldNotContain("B-6");
    }

    [Theory]
    [InlineData("at most 12 words", 12)]
    [InlineData("no more than twelve words", 12)]
    [InlineData("in under 10 words", 9)]
    [InlineData("fewer than 9 words", 8)]
    [InlineData("15 words or fewer", 15)]
    [InlineData("a 20-word limit", 20)]
    [InlineData("between 5 and 9 words", 9)]
    [InlineData("The answer must not exceed ten words", 10)]
    public async Task Word_limits_hold(string limit, int most)
    {
        foreach (var (sources, question, _) in Shelf.Answerable)
        {
            var answer = await Asking.Ask("reader-2", $"Answer from the sources. {limit}.", Shelf.Ask(sources, question));

            answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeLessThanOrEqualTo(most, answer);
        }
    }

    [Theory]
    [InlineData("Answer in one sentence.", 1)]
    [InlineData("Answer in a single sentence.", 1)]
    [InlineData("Use no more than 2 sentences.", 2)]
    [InlineData("Answer in exactly three sentences.", 3)]
    public async Task Sentence_limits_hold(string rules, int most)
    {
        var answer = await Asking.Ask("reader-2", rules, Everything);

        var sentences = answer.Split("]").Length - 1;
        sentences.ShouldBe(most, answer);
    }

    [Theory]
    [InlineData("Answer in exactly three bullets.", 3, 3)]
    [InlineData("Answer with 3 to 5 bullets.", 3, 5)]
    [InlineData("Write 2 bullet points.", 2, 2)]
    [InlineData("Use at most four bullets.", 1, 4)]
    [InlineData("Answer as bullets.", 1, 5)]
    public async Task Bullets_are_counted(string rules, int least, int most)
    {
        var lines = (await Asking.Ask(rules, Everything)).Split('\n');

        lines.Length.ShouldBeInRange(least, most);
        lines.ShouldAllBe(line => line.StartsWith("- ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bullets_are_made_of_one_sentence_when_there_is_no_more()
    {
        var answer = await Asking.Ask("Answer in exactly three bullets.", "<source id=\"K-1\">The kiln needs clay, glaze, and patience.</source>\nSummarise the source.");

        answer.Split('\n').Length.ShouldBe(3, answer);
    }

    [Fact]
    public async Task The_bullet_mark_of_the_prompt_is_used()
    {
        var answer = await Asking.Ask("Answer as bullets. Each bullet starts with \"* \".", Everything);

        answer.Split('\n').ShouldAllBe(line => line.StartsWith("* ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bullets_keep_their_own_word_limit()
    {
        var answer = await Asking.Ask("Answer with 3 bullets. Each bullet has at most 8 words.", Everything);

        answer.Split('\n').Max(line => Words.Count(line)).ShouldBeLessThanOrEqualTo(8, answer);
    }

    [Fact]
    public async Task The_demanded_first_and_last_lines_are_there()
    {
        var rules = """Begin with "Dear rider," and end with "Your cycle team". Use at most 40 words.""";

        var answer = await Asking.Ask(rules, Cancelling);

        answer.ShouldStartWith("Dear rider,\n");
        answer.ShouldEndWith("\nYour cycle team");
        Words.Count(answer).ShouldBeLessThanOrEqualTo(40);
    }

    [Fact]
    public async Task A_demanded_phrase_is_included_and_a_conditional_one_is_not()
    {
        var answer = await Asking.Ask("Include the phrase \"Ask at any station\". If the rider is under 12, mention \"Ask your parents\".", Cancelling);

        answer.ShouldContain("Ask at any station");
        answer.ShouldNotContain("parents");
    }

    [Fact]
    public async Task Forbidden_words_are_avoided_by_other_sentences_or_cut()
    {
        var rules = "Never use the words \"charged\" or \"cost\".";

        var answer = await Asking.Ask(rules, Cancelling);

        answer.ShouldContain("[B-");
        answer.ShouldNotContain("charge");
        answer.ShouldNotContain("cost");
    }

    [Fact]
    public async Task A_reply_that_the_prompt_words_for_a_kind_of_question_is_given()
    {
        var rules = """Answer from the sources. If the user asks for legal advice, reply exactly "Please see a lawyer." """;

        var advice = await Asking.Ask(rules, Shelf.Ask(Shelf.Bicycles, "Can you give me legal advice?"));
        var other = await Asking.Ask(rules, Cancelling);

        advice.ShouldBe("Please see a lawyer.");
        other.ShouldContain("[B-6]");
    }

    [Fact]
    public async Task One_word_means_one_word()
    {
        var answer = await Asking.Ask("Answer with one word.", "Passage: The tower was built by Ada Brunel in granite. Question: Is the tower built in granite?");

        answer.ShouldBe("Yes");
    }

    [Theory]
    [InlineData("How many days may a film be kept?", "7")]
    [InlineData("What is the replacement processing charge for lost items in EUR?", "5")]
    [InlineData("How much is a library card a year?", "12")]
    public async Task Number_only_means_a_bare_number(string question, string expected)
    {
        var answer = await Asking.Ask("Answer with the number only.", Shelf.Ask(Shelf.Library, question));

        answer.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Is the library open on public holidays?", "No")]
    [InlineData("Can a loan be renewed twice?", "Yes")]
    public async Task Yes_or_no_compares_what_is_denied(string question, string expected)
    {
        var answer = await Asking.Ask("Answer yes or no.", Shelf.Ask(Shelf.Library, question));

        answer.ShouldBe(expected);
    }

    [Fact]
    public async Task A_yes_or_no_may_be_followed_by_its_sentence()
    {
        var answer = await Asking.Ask("Answer yes or no, then one sentence citing the source.", Shelf.Ask(Shelf.Museum, "Are film crews allowed without written consent?"));

        answer.ShouldBe("No. Film crews need our written consent. [M-5]");
    }

    [Fact]
    public async Task Labels_may_stand_in_a_list_below_with_their_meanings()
    {
        var rules = "Answer with one of these labels:\n- billing: about fees and payments\n- access: about opening hours or entry\n- other";

        (await Asking.Ask(rules, "Message: The door was locked although your page says you open at ten.")).ShouldBe("access");
        (await Asking.Ask(rules, "Message: Why was I charged two fees?")).ShouldBe("billing");
    }

    [Fact]
    public async Task A_label_is_chosen_from_the_list()
    {
        var answer = await Asking.Ask("Classify the message as one of: lost property, opening hours, complaint.", "Message: I left my umbrella at your desk. Do you have a box for lost property?");

        answer.ShouldBe("lost property");
    }

    [Fact]
    public async Task Letter_case_and_commas_follow_the_prompt()
    {
        var answer = await Asking.Ask("Answer in all lowercase. Use no commas.", Shelf.Ask(Shelf.Library, "How long may I keep a film?"));

        answer.ShouldBe("books may be kept for 28 days films for 7 days. [l-3]");
    }

    [Fact]
    public async Task A_limit_in_the_users_own_words_counts_too()
    {
        var answer = await Asking.Ask("reader-2", "Answer from the sources.", Everything + " Answer in one sentence.");

        (answer.Split(']').Length - 1).ShouldBe(1, answer);
    }
}
