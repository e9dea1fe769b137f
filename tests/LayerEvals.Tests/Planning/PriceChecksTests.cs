namespace LayerEvals.Tests.Planning;

public sealed class PriceChecksTests
{
    const string Set = "layer: prompt\nchecks: [{max-cost: 0.01}]\ncases: [{id: a, input: Why?}, {id: b, input: How?}]\n";
    const string Priced = "{provider: code, model: m-1, price: {input: 1, output: 2}}";
    const string Unpriced = "{provider: code, model: m-1}";

    [Fact]
    public void A_check_of_the_cost_warns_of_a_model_without_a_price_once() => Warnings(Set, Priced, Unpriced).ShouldBe([
        "config.yaml:6: warning LE2028: `new` has no `price`, which `max-cost` of `a` needs: on its side the check is Unscored",
    ]);

    [Fact]
    public void Without_such_a_check_or_with_prices_or_with_recorded_answers_nothing_is_said()
    {
        Warnings(SmallPlan.Set, Priced, Unpriced).ShouldBeEmpty();
        Warnings(Set, Priced, Priced.Replace("m-1", "m-2", StringComparison.Ordinal)).ShouldBeEmpty();
        Warnings(Set, Priced, "{provider: recorded, answers: new.jsonl}").ShouldBeEmpty();
    }

    static IReadOnlyList<string> Warnings(string set, string old, string candidate)
    {
        using var plan = new SmallPlan(("set.yaml", set), ("config.yaml", $"golden: set.yaml\nbaseline: old\ncandidate: new\nmodels:\n  old: {old}\n  new: {candidate}\n"));
        File.WriteAllText(plan.At("new.jsonl"), "{\"case\": \"a\", \"text\": \"x\"}\n{\"case\": \"b\", \"text\": \"x\"}\n");
        return [.. plan.Read().Warnings.Where(w => w.Id == "LE2028").Select(w => w.ToString().Split('\n')[0])];
    }
}
