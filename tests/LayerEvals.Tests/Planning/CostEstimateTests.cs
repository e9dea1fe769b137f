using LayerEvals.Planning;

namespace LayerEvals.Tests.Planning;

public sealed class CostEstimateTests
{
    const string Priced = """
        golden: set.yaml
        baseline: old
        candidate: new
        samples: 3
        models:
          old: {provider: recorded, answers: old.jsonl, price: {input: 1000, output: 2000}, sampling: {max-output-tokens: 100}}
          new: {provider: recorded, answers: new.jsonl, price: {input: 1000, output: 4000}}
        """;

    // "What is your name, and why?!" is 28 characters, 7 tokens. Three samples of 7 x 1000 + 100 x 2000 and of 7 x 1000 + 500 x 4000 in millionths.
    [Fact]
    public void A_question_by_hand()
    {
        using var plan = new SmallPlan(("config.yaml", Priced), ("set.yaml", SmallPlan.Set.Replace("Why?", "\"What is your name, and why?!\"")));

        var estimate = CostEstimate.Of(plan.Read());

        estimate.Total.ShouldBe(3 * (0.007 + 0.2 + 0.007 + 2.0), 1e-12);
        estimate.OfCase("prompt").ShouldBe(estimate.Total, 1e-12);
        estimate.Unpriced.ShouldBeEmpty();
    }

    // The second asking sends the first question (4 tokens), its answer (100) and the push (2): 4 + 106 in, 2 x 100 out.
    [Fact]
    public void Every_asked_turn_sends_what_came_before()
    {
        using var plan = new SmallPlan(("config.yaml", Priced.Replace("samples: 3", "samples: 1").Replace("price: {input: 1000, output: 4000}", "price: {input: 0, output: 0}")), ("set.yaml", """
            layer: prompt
            checks: [{words: {max: 9}}]
            cases:
              - id: a
                messages: [{user: The fee is 40.}, {assistant: }, {user: Is it not}]
            """));

        CostEstimate.Of(plan.Read()).Total.ShouldBe((14 / 4.0 + 14 / 4.0 + 100 + 9 / 4.0) * 1000e-6 + 200 * 2000e-6, 1e-12);
    }

    [Fact]
    public void A_side_without_a_price_is_named_and_in_no_sum()
    {
        using var plan = new SmallPlan(("config.yaml", Priced.Replace(", price: {input: 1000, output: 4000}", "")));

        var estimate = CostEstimate.Of(plan.Read());

        estimate.Unpriced.ShouldBe(["new"]);
        estimate.Total.ShouldBe(3 * (0.001 + 0.2), 1e-12);
    }
}
