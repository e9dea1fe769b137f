using System.Globalization;
using System.Text;
using LayerEvals.Comparing;
using LayerEvals.Configs;
using LayerEvals.Testing;
using LayerEvals.Tests.Planning;

namespace LayerEvals.Tests.Comparing;

/// <summary>Every sentence that a verdict can say, as approved, under cultures that write numbers and letters in other ways.</summary>
public sealed class SentenceTests
{
    static readonly Gate Gate = new();

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Sentences(string culture)
    {
        using var foreign = new UnderCulture(culture);

        Approve.Text(All(), "Sentences");
    }

    [Fact]
    public void The_first_words_tell_the_verdicts_apart_and_open_runs_are_never_called_passed()
    {
        foreach (var worse in new[] { 0, 1, 3, 6, 12 })
            foreach (var n in new[] { 12, 30, 60, 150, 400 })
            {
                var comparison = Pairs.Compare(Pairs.Of(worse: worse, better: 2, bothPassed: n));
                var starts = comparison.Verdict switch { Verdict.Pass => "Pass: ", Verdict.Regression => "Regression", _ => "Not decided: " };
                var decides = comparison.Layers[0].Verdict switch { Verdict.Pass => "Within guard: ", Verdict.Regression => "Regression (", _ => "Not decided: " };

                comparison.Sentence.ShouldStartWith(starts, Case.Sensitive);
                comparison.Layers[0].Sentence.ShouldContain($" got better. {decides}", Case.Sensitive);
                if (comparison.Verdict != Verdict.NotDecided) continue;
                comparison.Sentence.ShouldNotContain("significant");
                comparison.Sentence.ShouldNotContain("passed");
            }
    }

    // 113 of 120 before and 103 of 120 after, 12 regressions and 2 fixes, among five hypotheses.
    [Fact]
    public void The_example_to_reach()
    {
        var comparison = Pairs.Compare(
        [
            .. Pairs.Of(worse: 12, better: 2, bothPassed: 101, bothFailed: 5),
            .. Pairs.Of(bothPassed: 300, layer: "fine-tuning"), .. Pairs.Of(bothPassed: 300, layer: "prompt"), .. Pairs.Of(bothPassed: 300, layer: "verification"),
        ]);

        comparison.Layers[0].Sentence.ShouldBe("Retrieval: 94 % -> 86 % of 120 cases (-8.3 points, 95 % interval -15.3 to -2.6): 12 got worse, 2 got better. Regression (Holm p = .018 over 5 hypotheses).");
    }

    static string All()
    {
        var said = new StringBuilder();
        var floors = Gate with { Layers = new Dictionary<string, LayerRule> { ["retrieval"] = new(0.05, 0.20, 0.90) } };
        Say("regression overall", Pairs.Compare(Pairs.Of(worse: 10, bothPassed: 90)));
        Say("regression in one of two layers", Pairs.Compare([.. Pairs.Of(worse: 12, bothPassed: 38), .. Pairs.Of(bothPassed: 600, layer: "prompt")]));
        Say("regression in two layers", Pairs.Compare([.. Pairs.Of(worse: 12, bothPassed: 38), .. Pairs.Of(worse: 14, better: 1, bothPassed: 60, layer: "prompt")]));
        Say("regression in a layer, overall open", Pairs.Compare([.. Pairs.Of(worse: 12, better: 1, bothPassed: 37), .. Pairs.Of(worse: 4, better: 10, bothPassed: 100, layer: "prompt")]));
        Say("regression, samples", Pairs.Compare([.. Pairs.Many(40, "worse", [Outcome.Passed, Outcome.Passed, Outcome.Failed], [Outcome.Passed, Outcome.Failed, Outcome.Failed]), .. Pairs.Of(bothPassed: 60)], samples: 3));
        Say("below the floor", Pairs.Compare(Pairs.Of(bothPassed: 160, bothFailed: 40), floors));
        Say("got worse and below the floor", Pairs.Compare(Pairs.Of(worse: 25, bothPassed: 135, bothFailed: 40), floors));
        Say("not decided, the floor is open", Pairs.Compare(Pairs.Of(bothPassed: 92, bothFailed: 8), floors));
        Say("must-pass cases failed", Pairs.Compare([.. Pairs.Of(bothPassed: 100), Must("a", passed: 0, failed: 2, baselineFails: false), Must("b", passed: 0, failed: 2, baselineFails: true)]));
        Say("must-pass cases failed, and layers got worse", Pairs.Compare([.. Pairs.Of(bothPassed: 80, worse: 20), .. Pairs.Of(worse: 14, better: 1, bothPassed: 60, layer: "prompt"), .. Pairs.Of(bothPassed: 60, layer: "tools"), Must("a", passed: 0, failed: 2, baselineFails: true)]));
        Say("a must-pass case failed, and too many pairs are lost", Pairs.Compare([.. Pairs.Of(bothPassed: 80, worse: 20), .. Pairs.Many(20, "errored", Outcome.Passed, Outcome.Errored), Must("a", passed: 0, failed: 2, baselineFails: false)]));
        Say("a must-pass case without an outcome", Pairs.Compare([.. Pairs.Of(bothPassed: 100), Must("a", passed: 0, failed: 1, baselineFails: false, errored: 1)]));
        Say("pass", Pairs.Compare(Pairs.Of(bothPassed: 100)));
        Say("pass, much better", Pairs.Compare(Pairs.Of(better: 30, bothPassed: 30)));
        Say("pass, a failure among many", Pairs.Compare(Pairs.Of(bothPassed: 300, worse: 1)));
        Say("pass, worse within the margin", Pairs.Compare(Pairs.Of(worse: 40, better: 15, bothPassed: 1945)));
        Say("pass, a layer worse within its margin", Pairs.Compare([.. Pairs.Of(worse: 40, better: 15, bothPassed: 1945), .. Pairs.Of(better: 30, bothPassed: 970, layer: "prompt")]));
        Say("pass, must-pass cases", Pairs.Compare([.. Pairs.Of(bothPassed: 100), Must("a", passed: 1, failed: 1, baselineFails: false), Must("b", passed: 0, failed: 2, baselineFails: true, isAbsolute: false)]));
        Say("pass, few clusters", Pairs.Compare(Pairs.Clustered(40, size: 5)));
        Say("not decided, too few cases", Pairs.Compare(Pairs.Of(bothPassed: 20)));
        Say("not decided, too few cases of two layers", Pairs.Compare([.. Pairs.Of(worse: 1, bothPassed: 14), .. Pairs.Of(bothPassed: 60, layer: "prompt")], Gate with { Guard = 0.10 }));
        Say("not decided, enough cases", Pairs.Compare(Pairs.Of(worse: 6, better: 6, bothPassed: 88)));
        Say("not decided, unlucky", Pairs.Compare(Pairs.Of(worse: 15, better: 8, bothPassed: 277)));
        Say("not decided, a drop beyond the margin", Pairs.Compare(Pairs.Of(worse: 3, bothPassed: 52)));
        Say("not decided, too few clusters", Pairs.Compare(Pairs.Clustered(12, size: 10)));
        Say("not decided, one cluster", Pairs.Compare(Pairs.Clustered(1, size: 60)));
        Say("not decided, too many errors", Pairs.Compare([.. Pairs.Of(bothPassed: 97), .. Pairs.Many(3, "lost", Outcome.Passed, Outcome.Errored)]));
        Say("not decided, lopsided errors", Pairs.Compare([.. Pairs.Of(bothPassed: 394), .. Pairs.Many(6, "lost", Outcome.Passed, Outcome.Errored)]));
        Say("not decided, a layer lost too many", Pairs.Compare([.. Pairs.Of(bothPassed: 400), .. Pairs.Of(bothPassed: 30, layer: "prompt"), .. Pairs.Many(3, "lost", Outcome.Unscored, Outcome.Passed, "prompt"), .. Pairs.Many(2, "gone", Outcome.Passed, Outcome.Errored, "prompt")]));
        Say("not decided, nothing scored", Pairs.Compare([.. Pairs.Many(60, "lost", Outcome.Errored, Outcome.Errored)]));
        return said.ToString();

        void Say(string what, Comparison comparison)
        {
            said.Append(CultureInfo.InvariantCulture, $"{what}\n  {comparison.Sentence}\n");
            foreach (var layer in comparison.Layers.Append(comparison.Overall)) said.Append(CultureInfo.InvariantCulture, $"  {layer.Sentence}\n");
            said.Append('\n');
        }
    }

    static CaseResult Must(string id, ushort passed, ushort failed, bool baselineFails, ushort errored = 0, bool isAbsolute = true) =>
        Pairs.Pair($"retrieval/{id}", Outcome.Passed, Outcome.Passed) with { Must = new MustPass(new Cell(passed, failed, errored, 0), baselineFails, isAbsolute) };
}
