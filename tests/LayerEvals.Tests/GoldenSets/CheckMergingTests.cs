using LayerEvals.Tests.Planning;

namespace LayerEvals.Tests.GoldenSets;

public sealed class CheckMergingTests
{
    [Theory]
    [InlineData("{words: {min: 1, max: 9}}", "{words: {max: 5}}", """words prompt {"max":"5","min":"1"}""")]
    [InlineData("{words: {max: 9}}", "{words: 5}", """words prompt {"max":"5","min":"5"}""")]
    [InlineData("{words: {max: 9}}", "{lines: 5}", """words prompt {"max":"9"} | lines prompt {"max":"5","min":"5"}""")]
    [InlineData("{words: {max: 9}}", "{words: off}", "")]
    [InlineData("{words: {max: 9}}", "{words: 'off'}", "")]
    [InlineData("{words: {max: 9}, name: short}", "{words: {max: 5}}", """short prompt {"max":"9"} | words prompt {"max":"5"}""")]
    [InlineData("{words: {max: 9}, name: short}", "{words: {max: 5}, name: short}", """short prompt {"max":"5"}""")]
    [InlineData("{words: {max: 9}, name: short}", "{words: off, name: short}", "")]
    [InlineData("{words: {max: 9}, layer: tools}", "{words: {max: 5}}", """words tools {"max":"5"}""")]
    [InlineData("{words: {max: 9}, layer: tools}", "{words: {max: 5}, layer: alignment}", """words alignment {"max":"5"}""")]
    [InlineData("{contains: x}", "{contains: [y, z]}", """contains retrieval {"all":["y","z"]}""")]
    public void The_case_wins_key_by_key(string ofSet, string ofCase, string merged) =>
        Checks($"layer: retrieval\nchecks: [{ofSet}]\ncases: [{{id: a, input: b, checks: [{ofCase}]}}]\n").ShouldBe(merged);

    [Theory]
    [InlineData("contains", "all")]
    [InlineData("excludes", "any")]
    [InlineData("equals", "any")]
    [InlineData("matches", "any")]
    [InlineData("starts-with", "any")]
    [InlineData("ends-with", "any")]
    public void A_bare_list_means_all_for_contains_and_any_for_the_others(string type, string key) =>
        Checks($"layer: tools\nchecks: [{{{type}: [x, y]}}]\ncases: [{{id: a, input: b}}]\n").ShouldBe($$"""{{type}} tools {"{{key}}":["x","y"]}""");

    [Theory]
    [InlineData("{contains: x, layer: tools}", "layer: alignment, ", "tools")]
    [InlineData("{contains: x}", "layer: alignment, ", "alignment")]
    [InlineData("{contains: x}", "", "retrieval")]
    [InlineData("{words: 3, layer: tools}", "layer: alignment, ", "tools")]
    [InlineData("{words: 3}", "layer: alignment, ", "alignment")]
    [InlineData("{words: 3}", "", "prompt")]
    public void A_checks_layer_is_its_own_then_the_cases_then_its_types_then_the_sets(string check, string ofCase, string layer) =>
        Checks($"layer: retrieval\nchecks: [{check}]\ncases: [{{{ofCase}id: a, input: b}}]\n").Split(' ')[1].ShouldBe(layer);

    [Theory]
    [InlineData("expect: x", "expect retrieval {}")]
    [InlineData("expect: x, checks: [expect]", "expect retrieval {}")]
    [InlineData("expect: x, checks: [{expect: , layer: tools}]", "expect tools {}")]
    [InlineData("expect: x, checks: [{expect: off}]", "")]
    public void An_expectation_adds_its_check_once(string ofCase, string checks) =>
        Checks($"layer: retrieval\ncases: [{{id: a, input: b, {ofCase}}}]\n").ShouldBe(checks);

    [Fact]
    public void A_file_of_cases_removes_a_check_of_the_set_too()
    {
        using var plan = new SmallPlan(("set.yaml", "layer: tools\nchecks: [{words: 3}, {contains: x}]\ncases: more.jsonl\n"), ("more.jsonl", """{"id": "a", "input": "b", "checks": [{"words": "off"}]}"""));

        plan.Cases[0].Checks.Items.Select(c => c.Id).ShouldBe(["contains"]);
    }

    [Fact]
    public void Two_checks_of_a_type_have_two_ids_whatever_they_are_named()
    {
        using var plan = new SmallPlan(("set.yaml", "layer: tools\nchecks: [{json: {path: $.a}}, {json: {path: $.b}, name: json-2}, {json: {path: $.c}}]\ncases: [{id: a, input: b}]\n"));

        plan.Cases[0].Checks.Items.Select(c => c.Id).ShouldBe(["json", "json-2", "json-3"]);
    }

    [Fact]
    public void Cases_without_checks_of_their_own_share_one_list()
    {
        using var plan = new SmallPlan(("set.yaml", "layer: tools\nchecks: [{words: 3}]\ncases: [{id: a, input: b}, {id: c, input: d}]\n"));

        var cases = plan.Cases;

        cases[0].Checks.ShouldBeSameAs(cases[1].Checks);
    }

    static string Checks(string set)
    {
        using var plan = new SmallPlan(("set.yaml", set));
        return string.Join(" | ", plan.Cases[0].Checks.Items.Select(c => $"{c.Id} {c.Layer} {c.Settings.Canonical()}"));
    }
}
