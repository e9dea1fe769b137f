using System.Text.Json;
using LayerEvals.Comparing;
using LayerEvals.Configs;
using LayerEvals.Tests.Answering;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Runs;

public sealed class ReturnedTests
{
    [Fact]
    public async Task An_answer_of_another_model_is_no_evidence_and_both_ids_are_named()
    {
        using var eval = new SmallEval(SmallEval.Questions(60)) { Candidate = Answering(question => question.Contains(" 7?") ? "vendor-3" : "vendor-2") };

        var result = await eval.RunAsync();

        result.Comparison.Verdict.ShouldBe(Verdict.NotDecided);
        result.Comparison.IsJudged.ShouldBeFalse();
        result.Comparison.Sentence.ShouldBe("Not decided: bump is pinned to vendor-2, and 1 of 60 answers came from vendor-3 (1): the runs of two models cannot be compared as one.");
    }

    [Fact]
    public async Task A_must_pass_case_that_another_model_failed_is_no_regression()
    {
        using var eval = new SmallEval(SmallEval.Questions(60).Replace("expect: 30 days}", "expect: 30 days, must: true}")) { Candidate = Answering(_ => "vendor-3", "no") };

        (await eval.RunAsync()).Comparison.Verdict.ShouldBe(Verdict.NotDecided);
    }

    [Fact]
    public async Task Scored_again_and_replayed_it_is_still_not_comparable()
    {
        using var eval = new SmallEval(SmallEval.Questions(60), "recordings: {mode: auto, folder: kept}") { Candidate = Answering(_ => "vendor-3") };
        var first = await eval.RunAsync();

        (await eval.RescoreAsync(first.Folder)).Comparison.Sentence.ShouldBe(first.Comparison.Sentence);
        (await eval.RunAsync(RecordingMode.Replay)).Comparison.Sentence.ShouldBe(first.Comparison.Sentence);
    }

    [Fact]
    public async Task A_model_that_does_not_say_who_it_is_is_taken_at_its_word()
    {
        using var eval = new SmallEval(SmallEval.Questions(60));

        (await eval.RunAsync()).Comparison.Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public async Task Fingerprints_are_listed_in_the_manifest_and_a_second_one_is_a_note()
    {
        using var eval = new SmallEval(SmallEval.Questions(60)) { Candidate = Answering(_ => "vendor-2", print: question => question.Contains(" 7?") ? "fp_b" : "fp_a") };

        var result = await eval.RunAsync();

        result.Notes.ShouldContain("bump answered under 2 fingerprints: fp_a (59), fp_b (1). The vendor's system changed during the run, or between its recordings; `layerevals canary` says whether it behaves the same.");
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(result.Folder, "manifest.json")));
        manifest.RootElement.GetProperty("returned").GetProperty("bump").GetRawText().ReplaceLineEndings("").Replace(" ", "")
            .ShouldBe("""{"answers":60,"replayed":0,"models":{"vendor-2":60},"fingerprints":{"fp_a":59,"fp_b":1}}""");
    }

    [Fact]
    public async Task Replayed_answers_are_counted_with_their_days()
    {
        using var eval = new SmallEval(SmallEval.Questions(2), "recordings: {mode: auto, folder: kept}");
        (await eval.RunAsync()).Notes.ShouldBeEmpty();
        eval.Clock.Advance(TimeSpan.FromDays(2));
        eval.Write("golden.yaml", SmallEval.Questions(3));
        (await eval.RunAsync()).Notes.ShouldContain("bump: 2 of 3 answers replayed from recordings of 2026-09-01.");

        (await eval.RunAsync()).Notes.ShouldContain("bump: 3 of 3 answers replayed from recordings of 2026-09-01 to 2026-09-03.");
    }

    internal static ScriptedModel Answering(Func<string, string> id, string text = "You have 30 days.", Func<string, string>? print = null) => new((messages, _) =>
    {
        var response = ScriptedModel.Response(text);
        response.ModelId = id(messages[^1].Text);
        if (print is not null) response.AdditionalProperties = new AdditionalPropertiesDictionary { ["system_fingerprint"] = print(messages[^1].Text) };
        return Task.FromResult(response);
    });
}
