using LayerEvals.Comparing;
using LayerEvals.Configs;
using LayerEvals.Testing;
using LayerEvals.Tests.Planning;

namespace LayerEvals.Tests.Comparing;

public sealed class PowerTableTests
{
    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Its_sentences(string culture)
    {
        using var under = new UnderCulture(culture);
        var small = Table([("citations", 20), ("b", 100), ("c", 100), ("d", 100), ("e", 100), ("f", 100)], 120);
        var sampled = Table([("retrieval", 40), ("prompt", 3)], 60, new PowerAssumption(0.2, 0.9, Samples: 3));
        var hopeless = Table([("retrieval", 40)], 40, new PowerAssumption(0.5), new Gate { Margin = 0.001 });

        Approve.Text(string.Join("\n\n", new[] { small, sampled, hopeless }.SelectMany(table => table.Rows.Where(r => r.Layer.Length > 1)
            .Select(row => $"{row.Layer}, {row.Cases} cases\n{PowerSentence.Detects(row, table)}\n{PowerSentence.Decides(row, table, more => $" and cost {more} coins")}"))));
    }

    [Fact]
    public void The_whole_is_one_hypothesis_more_than_the_layers_and_a_single_layer_is_the_whole()
    {
        Table([("retrieval", 20), ("prompt", 20)], 30).Hypotheses.ShouldBe(3);
        Table([("retrieval", 20)], 20).Hypotheses.ShouldBe(1);
        Table([("retrieval", 20)], 20).Rows.ShouldAllBe(row => row.Detects == row.DetectsAlone);
    }

    [Fact]
    public void A_layer_is_held_against_its_guard_and_the_whole_against_the_margin()
    {
        var gate = new Gate { Margin = 0.04, Guard = 0.3, Layers = new Dictionary<string, LayerRule> { ["prompt"] = new(0.04, 0.1, null) } };

        Table([("retrieval", 20), ("prompt", 20)], 30, gate: gate).Rows.Select(r => r.Allowed).ShouldBe([0.3, 0.1, 0.04]);
    }

    [Fact]
    public void Without_a_checked_case_there_is_no_row() => Table([], 0).Rows.ShouldBeEmpty();

    [Fact]
    public void A_chance_is_never_rounded_to_a_certainty()
    {
        PowerSentence.Chance(0.99996).ShouldBe("over 99.9 %");
        PowerSentence.Chance(0.0004).ShouldBe("under 0.1 %");
        PowerSentence.Chance(0.8034).ShouldBe("80.3 %");
        PowerSentence.Chance(0).ShouldBe("0 %");
    }

    static PowerTable Table(IReadOnlyList<(string, int)> layers, int cases, PowerAssumption? assumed = null, Gate? gate = null) =>
        PowerTable.Of(layers, cases, (gate ?? new Gate(), assumed ?? new PowerAssumption()));
}
