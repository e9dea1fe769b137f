namespace LayerEvals.Models.Tests.Embedded;

public sealed class EvidenceTests
{
    private const string NotFound = "Not found in the sources.";

    [Theory, InlineData("reader-1"), InlineData("reader-2")]
    public async Task At_least_four_of_five_answerable_questions_are_answered_from_the_right_clause(string version)
    {
        var wrong = new List<string>();

        foreach (var (sources, question, clause) in Shelf.Answerable)
        {
            var answer = await Asking.Ask(version, Shelf.Rules, Shelf.Ask(sources, question));
            if (!answer.Contains($"[{clause}]", StringComparison.Ordinal)) wrong.Add($"{question} -> {answer}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{version}: {Shelf.Answerable.Count - wrong.Count} of {Shelf.Answerable.Count}\n{string.Join('\n', wrong)}");
        (wrong.Count * 5).ShouldBeLessThanOrEqualTo(Shelf.Answerable.Count, string.Join('\n', wrong));
    }

    [Theory, InlineData("reader-1"), InlineData("reader-2")]
    public async Task A_single_source_is_enough_to_find_its_answer(string version)
    {
        var wrong = new List<string>();

        foreach (var (sources, question, clause) in Shelf.Answerable)
        {
            var answer = await Asking.Ask(version, Shelf.Rules, Shelf.Ask([.. sources.Where(source => source.Id == clause)], question));
            if (!answer.Contains($"[{clause}]", StringComparison.Ordinal)) wrong.Add($"{question} -> {answer}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{version}: {Shelf.Answerable.Count - wrong.Count} of {Shelf.Answerable.Count}\n{string.Join('\n', wrong)}");
        (wrong.Count * 5).ShouldBeLessThanOrEqualTo(Shelf.Answerable.Count, string.Join('\n', wrong));
    }

    [Theory, InlineData("reader-1"), InlineData("reader-2")]
    public async Task Without_its_clause_most_questions_are_not_answered_by_the_first_version(string version)
    {
        var answered = new List<string>();

        foreach (var (sources, question, clause) in Shelf.Answerable)
        {
            var answer = await Asking.Ask(version, Shelf.Rules, Shelf.Ask([.. sources.Where(source => source.Id != clause)], question));
            if (answer != NotFound) answered.Add($"{question} -> {answer}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{version}: answered {answered.Count} of {Shelf.Answerable.Count}\n{string.Join('\n', answered)}");
        if (version == "reader-1") (answered.Count * 4).ShouldBeLessThanOrEqualTo(Shelf.Answerable.Count, string.Join('\n', answered));
    }

    [Fact]
    public async Task The_second_version_abstains_less_on_questions_without_a_clause()
    {
        var first = await Abstentions("reader-1");
        var second = await Abstentions("reader-2");

        TestContext.Current.TestOutputHelper?.WriteLine($"reader-1 abstains on {first}, reader-2 on {second} of {Shelf.Unanswerable.Count}");
        first.ShouldBeGreaterThan(Shelf.Unanswerable.Count * 3 / 4);
        second.ShouldBeLessThan(first - Shelf.Unanswerable.Count / 8);
    }

    private static async Task<int> Abstentions(string version)
    {
        var abstentions = 0;
        foreach (var (sources, question) in Shelf.Unanswerable)
        {
            var answer = await Asking.Ask(version, Shelf.Rules, Shelf.Ask(sources, question));
            TestContext.Current.TestOutputHelper?.WriteLine($"{version}: {question} -> {answer}");
            if (answer == NotFound) abstentions++;
        }
        return abstentions;
    }
}
