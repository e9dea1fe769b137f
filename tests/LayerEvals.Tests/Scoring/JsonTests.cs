namespace LayerEvals.Tests.Scoring;

public sealed class JsonTests
{
    [Theory]
    [InlineData("json:", "{\"a\": 1}", true)]
    [InlineData("json:", " [1] \n", true)]
    [InlineData("json:", "{a: 1}", false)]
    [InlineData("json: {path: $.status}", "{\"status\": null}", true)]
    [InlineData("json: {path: $.status}", "{\"state\": 1}", false)]
    [InlineData("json: {path: $.status, equals: ok}", "{\"status\": \"ok\"}", true)]
    [InlineData("json: {path: $.status, equals: ok}", "{\"status\": \"OK\"}", false)]
    [InlineData("json: {path: $.count, equals: 5}", "{\"count\": 5.0}", true)]
    [InlineData("json: {path: $.count, equals: 5.0}", "{\"count\": 5e0}", true)]
    [InlineData("json: {path: $.count, equals: 5}", "{\"count\": 5.01}", false)]
    [InlineData("json: {path: $.count, equals: 5}", "{\"count\": \"5\"}", true)]
    [InlineData("json: {path: $.open, equals: true}", "{\"open\": true}", true)]
    [InlineData("json: {path: $.open, equals: null}", "{\"open\": null}", true)]
    [InlineData("json: {path: '$.items[0].id', equals: a}", "{\"items\": [{\"id\": \"a\"}]}", true)]
    [InlineData("json: {path: '$.items[1].id', equals: a}", "{\"items\": [{\"id\": \"a\"}]}", false)]
    [InlineData("json: {path: '$.items[*].id', equals: b}", "{\"items\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}", true)]
    [InlineData("json: {path: \"$['a b']\", equals: 1}", "{\"a b\": 1}", true)]
    [InlineData("json: {path: '$', equals: yes}", "\"yes\"", true)]
    [InlineData("json: {path: $.status, in: [open, closed]}", "{\"status\": \"closed\"}", true)]
    [InlineData("json: {path: $.status, in: [open, closed]}", "{\"status\": \"lost\"}", false)]
    [InlineData("json: {path: $.id, matches: '^C-\\d+$'}", "{\"id\": \"C-4\"}", true)]
    [InlineData("json: {path: $.id, matches: '^c-\\d+$'}", "{\"id\": \"C-4\"}", false)]
    [InlineData("json: {path: $.id, matches: '^c-\\d+$', ignore-case: true}", "{\"id\": \"C-4\"}", true)]
    public void A_value_passes_or_fails(string check, string text, bool passes) => Scored.By(check, text).Outcome.ShouldBe(passes ? Outcome.Passed : Outcome.Failed);

    [Theory]
    [InlineData("```json\n{\"a\": 1}\n```", "it would parse without the code fence")]
    [InlineData("Here it is: {\"a\": 1} as asked.", "there is text around the JSON")]
    [InlineData("{\"a\": 1} as asked.", "there is text after the JSON")]
    [InlineData("I cannot do that.", "there is no object or list in it")]
    public void What_is_almost_json_is_said_so(string text, string diagnosis) =>
        Scored.By("json:", text).ShouldBe(Finding.Fail($"expected JSON and nothing else: {diagnosis}", Printable.Line(text)));

    [Fact]
    public void What_was_found_is_named()
    {
        Scored.By("json: {path: $.status, in: [open, closed]}", "{\"status\": \"lost\"}").Reason.ShouldBe("expected $.status to be one of open, closed, found `lost`");
        Scored.By("json: {path: $.status}", "{}").Reason.ShouldBe("expected a value at $.status, found none");
    }

    [Fact]
    public void Deep_nesting_is_failed_and_does_not_overflow_the_stack() =>
        Scored.By("json:", new string('[', 1 << 20)).Outcome.ShouldBe(Outcome.Failed);

    [Theory]
    [InlineData("{\"status\": \"\\ud800\"}")]
    [InlineData("{\"\\ud800\": 1, \"status\": \"ok\"}")]
    [InlineData("{\"other\": [\"\\uDC00\"], \"status\": \"ok\"}")]
    public void Half_of_a_surrogate_pair_is_failed_and_no_crash(string text)
    {
        Scored.By("json: {path: $.status, equals: ok}", text).ShouldBe(Finding.Fail("expected JSON and nothing else: a text in it holds half of a surrogate pair", text));
        Scored.By("citations: {path: $.status}", text).Outcome.ShouldBe(Outcome.Failed);
        Scored.By(Scored.Case("- not-found: {path: $.status}", answerable: true), text).Outcome.ShouldBe(Outcome.Passed);
    }

    [Fact]
    public void A_whole_surrogate_pair_is_a_letter() =>
        Scored.By("json: {path: $.status, equals: 👍}", "{\"status\": \"\\ud83d\\udc4d\"}").Outcome.ShouldBe(Outcome.Passed);

    [Fact]
    public void A_pattern_over_its_limit_is_unscored() =>
        Scored.By("json: {path: $.id, matches: '^(?!b)(a+)+$'}", $"{{\"id\": \"{new string('a', 5_000)}!\"}}").Outcome.ShouldBe(Outcome.Unscored);

    [Theory]
    [InlineData("json: {path: status}", "LE1015")]
    [InlineData("json: {path: '$.'}", "LE1015")]
    [InlineData("json: {equals: ok}", "LE1005")]
    public void A_path_that_names_no_place_is_a_problem_of_the_plan(string check, string id) =>
        Should.Throw<PlanException>(() => Scored.Case($"- {check}")).Problems.ShouldContain(p => p.Id == id);
}
