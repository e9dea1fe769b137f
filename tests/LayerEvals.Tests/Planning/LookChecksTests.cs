using LayerEvals.Planning;

namespace LayerEvals.Tests.Planning;

public sealed class LookChecksTests
{
    [Fact]
    public void Boundaries_are_kept_for_95_percent() =>
        Messages("{looks: 3, confidence: 90}").ShouldBe("""
            config.yaml:7: LE3007: expected `confidence: 95` with `looks`, found 90: the boundaries of the looks are kept for 95 %
                write confidence: 95, or take `looks` out
            """);

    [Fact]
    public void A_slice_takes_no_looks()
    {
        using var plan = WithGate("{looks: 3}");

        plan.Messages(plan.Request with { Shard = new Shard(2, 4) }).ShouldBe("""
            config.yaml:7: LE3007: expected the whole plan for `looks`, found the slice 2/4: a slice alone cannot say whether the others need to be asked
                ask without --shard, or take `looks` out
            """);
    }

    [Fact]
    public void A_test_project_is_warned_that_it_takes_none()
    {
        using var plan = WithGate("{looks: 3}");

        var warning = PlanReader.Read(plan.Request with { GoldenPaths = [plan.At("set.yaml")], Shard = new Shard(1, 1) }).Warnings.Single(w => w.Id == "LE3007");

        warning.ToString().ShouldContain("a test project asks every row");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("two")]
    public void Other_numbers_of_looks_are_a_problem(string looks) => Messages($"{{looks: {looks}}}").ShouldContain("config.yaml:7: LE2004: expected a whole number from 1 to 5 for `looks`");

    static string Messages(string gate)
    {
        using var plan = WithGate(gate);
        return plan.Messages();
    }

    static SmallPlan WithGate(string gate) => new(("config.yaml", $"{SmallPlan.Config}\ngate: {gate}"));
}
