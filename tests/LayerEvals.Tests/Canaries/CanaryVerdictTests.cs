using LayerEvals.Canaries;

namespace LayerEvals.Tests.Canaries;

public sealed class CanaryVerdictTests
{
    static readonly ModelConfiguration Model = new() { Name = "pinned", Provider = "code", Model = "vendor-1" };

    // 20 of 20 alike then: 6 changed of 20 have p = C(20,6)/C(40,6) = 38760/3838380 = .0101, and 7 have 77520/18643560 = .0042.
    [Theory]
    [InlineData(0, nameof(CanaryOutcome.Same))]
    [InlineData(6, nameof(CanaryOutcome.Same))]
    [InlineData(7, nameof(CanaryOutcome.Changed))]
    [InlineData(20, nameof(CanaryOutcome.Changed))]
    public void Seven_changed_answers_of_twenty_show_a_change(int changed, string outcome)
    {
        var verdict = Of(Saved(20), Now(20, changed));

        verdict.Outcome.ToString().ShouldBe(outcome);
        verdict.Least.ShouldBe(7);
        verdict.Differ.Count.ShouldBe(changed);
    }

    [Fact]
    public void A_model_that_repeats_itself_badly_must_change_more()
    {
        var verdict = Of(Saved(20, unlike: 5), Now(20, changed: 9));

        verdict.Outcome.ShouldBe(CanaryOutcome.Same);
        verdict.Least!.Value.ShouldBeGreaterThan(9);
    }

    [Fact]
    public void One_that_hardly_repeats_itself_can_show_nothing() =>
        Of(Saved(20, unlike: 15), Now(20, changed: 20)).Because.ShouldBe("asked twice on 2026-09-01, it agreed with itself in 5 of 20 cases: no number of changed answers would show a change");

    [Fact]
    public void Too_few_cases_can_show_nothing() => Of(Saved(4), Now(4, changed: 4)).Outcome.ShouldBe(CanaryOutcome.CannotSay);

    [Fact]
    public void Missing_answers_are_never_the_same()
    {
        var now = Now(20, changed: 0);
        now["small/q-3"] = now["small/q-3"] with { Error = "no answer within 60 s" };

        var verdict = Of(Saved(20), now);

        verdict.Outcome.ShouldBe(CanaryOutcome.CannotSay);
        verdict.Because.ShouldBe("1 of 20 cases got no answer, and the gate allows 2 % (`max-unscored`)");
    }

    [Fact]
    public void A_change_that_the_answers_show_needs_not_all_of_them()
    {
        var now = Now(20, changed: 12);
        now["small/q-20"] = now["small/q-20"] with { Error = "no answer within 60 s" };

        Of(Saved(20), now).Outcome.ShouldBe(CanaryOutcome.Changed);
    }

    [Fact]
    public void No_answer_at_all_says_why()
    {
        var now = Now(20, 0).ToDictionary(a => a.Key, a => a.Value with { Error = "401: the key is wrong" });

        Of(Saved(20), now).Because.ShouldBe("no answer came: 401: the key is wrong");
    }

    [Fact]
    public void Another_model_id_is_a_change_whatever_it_answers()
    {
        Of(Saved(20, id: "vendor-1"), Now(20, changed: 0, id: "vendor-2")).Because.ShouldBe("the pin is vendor-1, and vendor-2 answers");
        var gateway = Model with { Version = "2" };
        CanaryVerdict.Of(Saved(20, id: "vendor-1"), Now(20, changed: 0, id: "vendor-1-2"), gateway, 0.02).Because.ShouldBe("vendor-1-2 answers, and on 2026-09-01 it was vendor-1");
    }

    static CanaryVerdict Of(Canary saved, IReadOnlyDictionary<string, Answer> now) => CanaryVerdict.Of(saved, now, Model, 0.02);

    static Canary Saved(int cases, int unlike = 0, string? id = null) => new()
    {
        Configuration = "pinned",
        Model = "vendor-1",
        Day = new DateOnly(2026, 9, 1),
        Cases = [.. Enumerable.Range(1, cases).Select(i => new CanaryCase($"small/q-{i}", "key", Answer(i, "30 days", id), Answer(i, i <= unlike ? "14 days" : "30 days.", id)))],
    };

    static Dictionary<string, Answer> Now(int cases, int changed, string? id = null) =>
        Enumerable.Range(1, cases).Select(i => Answer(i, i <= changed ? "no" : "30 days", id)).ToDictionary(a => a.Case);

    static Answer Answer(int number, string text, string? id) => new() { Case = $"small/q-{number}", Configuration = "pinned", Text = text, Model = id };
}
