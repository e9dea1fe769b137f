using System.Text.Json;

namespace LayerEvals.Models.Tests.Embedded;

public sealed class RecordTests
{
    private const string Rental = """
        Rental record:
        Rental number: R-771
        Rider: Mo Lind
        Bicycle: cargo
        Days: 4
        Damage: bent wheel
        Repair cost: 320 EUR
        Photo:
        Police report: no

        """;

    private const string Rules = """
        You settle damage to rented bicycles.
        Use "charge" when the repair cost is at most 300 EUR.
        Use "refer" when the repair cost is above 300 EUR.
        Use "ask" if the damage is missing.
        Answer as JSON: {"decision": "charge | refer | ask", "rental_number": "...", "repair_cost": number, "missing": ["names of missing fields"], "codes": ["..."], "reason": "one sentence"}
        Codes:
        - NO_PHOTO: the photo is missing
        - NO_POLICE: the police report is no
        - LONG: days is more than 14
        """;

    [Fact]
    public async Task Rules_on_fields_decide()
    {
        using var json = JsonDocument.Parse(await Asking.Ask(Rules, Rental));
        var answer = json.RootElement;

        answer.GetProperty("decision").GetString().ShouldBe("refer");
        answer.GetProperty("rental_number").GetString().ShouldBe("R-771");
        answer.GetProperty("repair_cost").GetDecimal().ShouldBe(320);
        answer.GetProperty("missing").EnumerateArray().Select(name => name.GetString()).ShouldBe(["Photo"]);
        answer.GetProperty("codes").EnumerateArray().Select(code => code.GetString()).ShouldBe(["NO_PHOTO", "NO_POLICE"]);
    }

    [Theory]
    [InlineData("If the repair cost exceeds 500 EUR, answer refer; otherwise answer charge.", "charge")]
    [InlineData("charge: repair cost below 100. refer: repair cost between 100 and 400. ask: repair cost above 400.", "refer")]
    [InlineData("Refer if days is at least 4 and the photo is missing. Charge otherwise.", "refer")]
    [InlineData("Refer if days is at least 5 or the police report is yes. Charge in all other cases.", "charge")]
    [InlineData("Refer unless the police report is yes. Charge in every other case.", "refer")]
    [InlineData("When the bicycle is cargo, refer. When the bicycle is city, charge.", "refer")]
    [InlineData("Charge if the damage is a bent wheel. Never charge if the photo is missing. Ask otherwise.", "ask")]
    [InlineData("Refer repairs of 320 EUR or more.", "refer")]
    public async Task Rules_are_read_in_many_orders(string rule, string expected)
    {
        var answer = await Asking.Ask($"{rule}\nAnswer with one of: charge, refer, ask.", Rental);

        answer.ShouldBe(expected);
    }

    [Theory]
    [InlineData("The return date is after 1 March 2025", true)]
    [InlineData("the return date is before 2025-03-01", false)]
    [InlineData("the paid amount is below the agreed amount", true)]
    [InlineData("the paid amount is 90.50", true)]
    [InlineData("the note is not given", true)]
    [InlineData("the note is present", false)]
    [InlineData("colour is not red", true)]
    public void Conditions_compare_numbers_dates_texts_and_fields(string condition, bool expected)
    {
        RecordField[] record = [new("Return date", "2025-03-04"), new("Paid amount", "90.50 EUR"), new("Agreed amount", "1,200 EUR"), new("Note", "n/a"), new("Colour", "blue")];

        Condition.Holds(condition, record, new Vocabulary()).ShouldBe(expected);
    }

    [Fact]
    public void A_condition_on_an_unknown_field_is_not_decided()
    {
        Condition.Holds("the altitude is above 4", [new("Name", "x")], new Vocabulary()).ShouldBeNull();
    }

    [Fact]
    public async Task A_summary_names_given_fields_only_and_the_demanded_ones_first()
    {
        var answer = await Asking.Ask("Summarise the record in 3 to 5 bullets of at most 12 words each. Include the repair cost and the rider.", Rental + "Summarise the record.");

        var lines = answer.Split('\n');
        lines.Length.ShouldBeInRange(3, 5);
        lines[0].ShouldStartWith("- Rider: Mo Lind");
        lines[1].ShouldStartWith("- Repair cost: 320 EUR");
        answer.ShouldNotContain("Photo");
    }

    [Fact]
    public async Task A_field_that_is_asked_for_is_said()
    {
        var asked = await Asking.Ask("Answer from the record.", Rental + "Question: What is the repair cost?");
        var missing = await Asking.Ask("Answer from the record.", Rental + "Question: What colour is the saddle?");

        asked.ShouldBe("Repair cost: 320 EUR.");
        missing.ShouldBe("Not found in sources.");
    }

    [Fact]
    public async Task What_one_field_decides_rules_a_later_one()
    {
        var rules = """
            1. If the amount claimed is above 5,000 EUR, the decision is "refer".
            2. If the police report is missing, the decision is "hold".
            3. Otherwise the decision is "pay".
            Answer with JSON only: {"decision": "pay | refer | hold", "reasons": ["R1", "R2"], "amount": 0, "clauses": ["B-5"], "needs_human": true}
            Reason codes: R1 (amount above 5,000), R2 (police report missing). Set needs_human to true when the decision is refer.
            """;
        var source = "<source id=\"B-5\">Theft\nReport a stolen bicycle to the police within 24 hours.</source>\n";

        var high = await Asking.Ask(rules, source + "Claim record:\nclaim: 77\namount claimed: 6,200 EUR\npolice report: yes\n\nTask: Decide the claim.");
        var open = await Asking.Ask(rules, source + "Claim record:\nclaim: 78\namount claimed: 200 EUR\npolice report:\n\nTask: Decide the claim.");
        var plain = await Asking.Ask(rules, source + "Claim record:\nclaim: 79\namount claimed: 5,000 EUR\npolice report: yes\n\nTask: Decide the claim.");

        high.ShouldBe("""{"decision":"refer","reasons":["R1"],"amount":6200,"clauses":["B-5"],"needs_human":true}""");
        open.ShouldBe("""{"decision":"hold","reasons":["R2"],"amount":200,"clauses":["B-5"],"needs_human":false}""");
        plain.ShouldBe("""{"decision":"pay","reasons":[],"amount":5000,"clauses":["B-5"],"needs_human":false}""");
    }

    [Fact]
    public async Task A_summary_keeps_the_word_limit()
    {
        var answer = await Asking.Ask("Summarise the record in at most 12 words.", Rental);

        Words.Count(answer).ShouldBeInRange(4, 12);
    }
}
