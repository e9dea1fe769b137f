using LayerEvals.Configs;

namespace LayerEvals.Tests.Configs;

public sealed class WrittenGateTests
{
    static readonly WrittenGate Nothing = new();

    [Theory]
    [InlineData(52, 0.05)]
    [InlineData(699, 0.05)]
    [InlineData(700, 0.03)]
    public void The_margin_is_5_points_and_3_from_700_cases(int cases, double margin) => Nothing.For(Size(cases)).Margin.ShouldBe(margin);

    [Theory]
    [InlineData(99, false, 0.20)]
    [InlineData(100, false, 0.10)]
    [InlineData(20, true, 0.10)]
    public void A_layer_is_guarded_at_20_points_and_at_10_where_it_is_large_or_of_high_risk(int cases, bool isHighRisk, double guard) =>
        Nothing.For(Size(400, ("retrieval", cases, isHighRisk))).RuleOf("retrieval").Guard.ShouldBe(guard);

    [Fact]
    public void What_is_written_holds_whatever_the_size()
    {
        var written = new WrittenGate { Margin = 0.02, Guard = 0.15, Layers = new Dictionary<string, WrittenLayerRule> { ["tools"] = new(0.01, null, 0.9), ["prompt"] = new(null, 0.3, null) } };

        var gate = written.For(Size(5000, ("tools", 900, true), ("prompt", 900, true), ("retrieval", 900, true)));

        gate.Overall.ShouldBe(new LayerRule(0.02, 0.02, null));
        gate.RuleOf("tools").ShouldBe(new LayerRule(0.01, 0.15, 0.9));
        gate.RuleOf("prompt").ShouldBe(new LayerRule(0.02, 0.3, null));
        gate.RuleOf("retrieval").ShouldBe(new LayerRule(0.02, 0.15, null));
    }

    [Fact]
    public void A_layer_that_only_code_checks_touch_has_the_general_guard() => Nothing.For(Size(400)).RuleOf("verification").ShouldBe(new LayerRule(0.05, 0.20, null));

    static PlanSize Size(int cases, params IEnumerable<(string Layer, int Cases, bool IsHighRisk)> layers) =>
        new(cases, layers.ToDictionary(l => l.Layer, l => new LayerSize(l.Cases, l.IsHighRisk)));
}
