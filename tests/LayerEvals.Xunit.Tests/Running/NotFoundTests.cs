using System.Text;
using LayerEvals.Nested;
using LayerEvals.Testing;
using static LayerEvals.Running.Assertions;

namespace LayerEvals.Running;

public sealed class NotFoundTests
{
    [Fact]
    public void What_fails_says_what_was_expected_and_what_is_there()
    {
        var said = new StringBuilder();
        foreach (var text in new[] { "Not found in sources.", "The window is 30 days.", "Not found in sources. The window is 30 days.", "I can't help with that.", "", "Ask the desk: no clause says so." })
        {
            said.AppendLine($"# {text}");
            said.AppendLine($"ShouldSayNotFound: {Said(() => Of(text).ShouldSayNotFound())}");
            said.AppendLine($"ShouldNotSayNotFound: {Said(() => Of(text).ShouldNotSayNotFound())}").AppendLine();
        }
        said.AppendLine($"# with a phrase\nShouldNotSayNotFound: {Said(() => Of("No clause says so.").ShouldNotSayNotFound("No clause says so"))}");
        Approve.Text(said.ToString());
    }

    [Fact]
    public void An_answer_that_did_not_come_says_neither()
    {
        var none = NotCome("timeout");

        Said(() => none.ShouldSayNotFound()).ShouldEndWith("and no answer came: timeout");
        Said(() => none.ShouldNotSayNotFound()).ShouldEndWith("and no answer came: timeout");
    }

    [Fact]
    public async Task On_both_sides_they_are_checks_of_their_own_that_the_gate_judges()
    {
        using var bench = new Bench { Answer = (side, question, _) => Task.FromResult(question.Contains("lost") == (side == "old") ? "Not found in sources." : "The window is 30 days [C-4.1].") };

        var ran = await bench.RunAsync(typeof(Suites.NotFoundBothWays));

        ran.Scores("refund", "does not say not found").ShouldBe(["old: Passed", "new: Failed (expected the answer not to say that the sources do not hold what was asked, and it does (\"Not found in sources\"):\\nNot found in sources.)"]);
        ran.Scores("lost", "says not found").ShouldBe(["old: Passed", "new: Failed (expected the answer to say that the sources do not hold what was asked, and it answers:\\nThe window is 30 days [C-4.1].)"]);
        ran.Row("refund").Warnings.ShouldContain("got worse: does not say not found (new failed it, old passed)");
        ran.Row("lost").Warnings.ShouldContain("got worse: says not found (new failed it, old passed)");
    }
}
