namespace LayerEvals.Models.Tests.Embedded;

/// <summary>Questions written after the reader's thresholds were set, on a document that it was not tried on.</summary>
public sealed class HeldOutTests
{
    private static readonly IReadOnlyList<(string Id, string Text)> Pottery =
    [
        ("P-1", "Firing schedule\nBisque firings take place on the first Monday of each month. Glaze firings follow ten days later."),
        ("P-2", "Shelf space\nEach potter has one shelf of 60 cm. Work that stays longer than eight weeks may be recycled."),
        ("P-3", "Glazes\nOnly glazes from the studio's own buckets may go into the kiln. Commercial glazes need a test tile approved by the technician."),
        ("P-4", "Guests\nA member may bring one guest on weekends. Guests under 16 must stay at the hand-building tables."),
        ("P-5", "Clay\nA bag of stoneware costs 14 EUR and contains 10 kg. Reclaimed clay is free."),
        ("P-6", "Cleaning up\nWheels are washed down after every session. Clay water is never poured into the sink."),
    ];

    private static readonly (string Question, string Clause)[] Answerable =
    [
        ("When do bisque firings take place?", "P-1"), ("How large is the shelf of each potter?", "P-2"), ("After how many weeks may my work be recycled?", "P-2"),
        ("Can I use commercial glazes?", "P-3"), ("Who approves the test tile?", "P-3"), ("May I bring a guest on a Saturday or Sunday at the weekend?", "P-4"),
        ("What is the price of a bag of stoneware?", "P-5"), ("Can I pour clay water into the sink?", "P-6"), ("Where must guests under 16 stay?", "P-4"), ("How often are the wheels cleaned?", "P-6"),
    ];

    private static readonly string[] Unanswerable =
    [
        "Is there a raku workshop in August?", "How hot does the kiln get in a glaze firing?", "Can I buy porcelain from the studio?", "What does membership cost per month?",
        "Are dogs allowed in the studio?", "Who won the glaze competition?", "Does the studio ship finished bowls abroad?", "How do I book a private lesson?",
    ];

    [Theory, InlineData("reader-1"), InlineData("reader-2")]
    public async Task Most_answerable_questions_cite_the_right_clause(string version)
    {
        var wrong = new List<string>();
        foreach (var (question, clause) in Answerable)
        {
            var answer = await Asking.Ask(version, Shelf.Rules, Shelf.Ask(Pottery, question));
            if (!answer.Contains($"[{clause}]", StringComparison.Ordinal)) wrong.Add($"{question} -> {answer}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{version}: {Answerable.Length - wrong.Count} of {Answerable.Length} held out\n{string.Join('\n', wrong)}");
        wrong.Count.ShouldBeLessThanOrEqualTo(3, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_first_version_abstains_on_most_unanswerable_questions()
    {
        var answered = new List<string>();
        foreach (var question in Unanswerable)
        {
            var answer = await Asking.Ask("reader-1", Shelf.Rules, Shelf.Ask(Pottery, question));
            if (answer != "Not found in the sources.") answered.Add($"{question} -> {answer}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"reader-1 abstains on {Unanswerable.Length - answered.Count} of {Unanswerable.Length} held out\n{string.Join('\n', answered)}");
        answered.Count.ShouldBeLessThanOrEqualTo(2, string.Join('\n', answered));
    }
}
