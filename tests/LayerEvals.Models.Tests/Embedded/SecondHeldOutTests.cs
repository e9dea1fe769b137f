namespace LayerEvals.Models.Tests.Embedded;

/// <summary>Questions the way people write them, on a document that the reader was not tried on while it learnt stories and two questions in one.</summary>
public sealed class SecondHeldOutTests
{
    private static readonly IReadOnlyList<(string Id, string Text)> Allotments =
    [
        ("K-1", "Plots\nA plot has at most 250 square metres. Nobody may hold more than one plot."),
        ("K-2", "Rent\nThe rent is 0.60 EUR per square metre and year. It is due on 1 March, and a reminder costs 5 EUR."),
        ("K-3", "Huts\nA hut may cover up to 16 square metres. Sleeping in the hut is allowed on at most 20 nights a year."),
        ("K-4", "Water\nThe pumps run from April to October. Hoses are not allowed between noon and 16:00."),
        ("K-5", "Fires\nGarden waste is never burnt. A grill may be used if the neighbours agree."),
        ("K-6", "Animals\nHens may be kept, up to five per plot. Cocks and dogs that stay overnight are not permitted."),
        ("K-7", "Giving up a plot\nA lease can be ended in writing until 30 September. The successor pays for trees and the hut at the value that the board has set."),
        ("K-8", "Work days\nEvery holder works six hours a year for the association. Hours that are missing are charged at 18 EUR each."),
    ];

    private static readonly (string Question, string[] Clauses)[] Answerable =
    [
        ("We have two small children and would love to stay over in summer. On how many nights a year may we sleep in the hut?", ["K-3"]),
        ("I was away in spring and forgot about the rent. What does the reminder cost?", ["K-2"]),
        ("My tomatoes suffer terribly in this heat. May I use a hose at noon?", ["K-4"]),
        ("My sister has given up her plot next to mine. May I hold two plots?", ["K-1"]),
        ("How large may a hut be, and how many hens can we keep?", ["K-3", "K-6"]),
        ("Until when can I end the lease, and who pays for the trees?", ["K-7"]),
        ("There is a heap of old branches behind the hut. Is garden waste burnt?", ["K-5"]),
        ("I missed two hours on the last work day. How much is charged for missing hours?", ["K-8"]),
        ("What is the highest number of hens per plot?", ["K-6"]),
        ("During which months do the pumps run?", ["K-4"]),
    ];

    private static readonly string[] Unanswerable =
    [
        "My neighbour plays the trumpet on Sundays. Between which hours is music allowed?", "How much does a key to the main gate cost?", "Is there a waiting list, and how long is it?",
        "I would like to put up a greenhouse of glass. Do I need a permit for that?", "Which insurance covers a stolen lawn mower?", "When is the summer party?",
        "Can I sell my vegetables at the gate?", "May I keep bees beside the path?",
    ];

    [Theory, InlineData("reader-1"), InlineData("reader-2")]
    public async Task Most_questions_with_a_story_or_a_second_part_cite_the_right_clauses(string version)
    {
        var wrong = new List<string>();
        foreach (var (question, clauses) in Answerable)
        {
            var answer = await Asking.Ask(version, Shelf.Rules, Shelf.Ask(Allotments, question));
            if (!clauses.All(clause => answer.Contains($"[{clause}]", StringComparison.Ordinal))) wrong.Add($"{question} -> {answer}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{version}: {Answerable.Length - wrong.Count} of {Answerable.Length} held out\n{string.Join('\n', wrong)}");
        wrong.Count.ShouldBeLessThanOrEqualTo(3, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_first_version_abstains_on_most_of_what_the_rules_do_not_say()
    {
        var answered = new List<string>();
        foreach (var question in Unanswerable)
        {
            var answer = await Asking.Ask("reader-1", Shelf.Rules, Shelf.Ask(Allotments, question));
            if (answer != "Not found in the sources.") answered.Add($"{question} -> {answer}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"reader-1 abstains on {Unanswerable.Length - answered.Count} of {Unanswerable.Length} held out\n{string.Join('\n', answered)}");
        answered.Count.ShouldBeLessThanOrEqualTo(2, string.Join('\n', answered));
    }
}
