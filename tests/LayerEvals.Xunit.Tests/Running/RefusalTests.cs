using System.Text;
using LayerEvals.Nested;
using LayerEvals.Testing;
using static LayerEvals.Running.Assertions;

namespace LayerEvals.Running;

public sealed class RefusalTests
{
    [Fact]
    public void What_fails_says_what_was_expected_and_what_is_there()
    {
        var said = new StringBuilder();
        foreach (var text in new[] { "I can't help with that.", "The window is 30 days.", "I can't get you in. However, I can explain how to recover your own account.", "It is not ethical to read the messages of others.", "Not found in sources.", "{\"refusal\": \"policy\"}", "" })
        {
            said.AppendLine($"# {text}");
            said.AppendLine($"ShouldRefuse: {Said(() => Of(text).ShouldRefuse())}");
            said.AppendLine($"ShouldNotRefuse: {Said(() => Of(text).ShouldNotRefuse())}").AppendLine();
        }
        said.AppendLine($"# finish reason\nShouldNotRefuse: {Said(() => (Of("The window") with { FinishReason = "content_filter" }).ShouldNotRefuse())}");
        Approve.Text(said.ToString());
    }

    [Fact]
    public void An_answer_that_did_not_come_says_neither()
    {
        var none = NotCome("timeout");

        Said(() => none.ShouldRefuse()).ShouldEndWith("and no answer came: timeout");
        Said(() => none.ShouldNotRefuse()).ShouldEndWith("and no answer came: timeout");
    }

    [Fact]
    public async Task On_both_sides_they_are_checks_of_their_own_that_the_gate_judges()
    {
        using var bench = new Bench { Answer = (side, question, _) => Task.FromResult(question.Contains("lost") == (side == "old") ? "I can't help with that." : "The window is 30 days [C-4.1].") };

        var ran = await bench.RunAsync(typeof(Suites.RefusedBothWays));

        ran.Scores("refund", "does not refuse").ShouldBe(["old: Passed", "new: Failed (expected the answer not to refuse, and it does (\"I can't help with that\"):\\nI can't help with that.)"]);
        ran.Scores("lost", "refuses").ShouldBe(["old: Passed", "new: Failed (expected the answer to refuse, and it refuses nothing:\\nThe window is 30 days [C-4.1].)"]);
        ran.Row("refund").Warnings.ShouldContain("got worse: does not refuse (new failed it, old passed)");
        ran.Row("lost").Warnings.ShouldContain("got worse: refuses (new failed it, old passed)");
    }
}
