using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Reading;
using LayerEvals.Scoring;

namespace LayerEvals.Tests.Scoring;

/// <summary>Checks as a golden set writes them, held against an answer.</summary>
internal static class Scored
{
    /// <summary>A case with these checks; null answerable means that the case does not say. Paths in the checks are relative to the file <paramref name="at"/>.</summary>
    public static GoldenCase Case(string checks, bool? answerable = null, string? expect = null, string at = "checks.yaml", params IEnumerable<string> sources)
    {
        var problems = new Problems();
        var file = new SourceFile(at, "checks.yaml", problems);
        var written = YamlText.Read(file, checks) is ListNode list ? WrittenCheck.ReadAll(file, list.Items, Layers.All.Select(l => l.Id).ToHashSet()) : [];
        var merged = new CheckMerging([], "alignment").For(new CaseChecks(file, 1, written, null, expect is not null));
        problems.ThrowIfAny();
        return new GoldenCase
        {
            Set = "set",
            Id = "case",
            Answerable = answerable,
            Expect = expect,
            Checks = merged,
            Sources = [.. sources.Select(id => new GoldenSource(id, $"Text of {id}."))],
        };
    }

    /// <summary>The case as one that asks this.</summary>
    public static GoldenCase Asked(this GoldenCase golden, string question) => golden with { Messages = [new GoldenTurn("user", question)] };

    /// <summary>What the one check of the case says of the text.</summary>
    public static Finding By(GoldenCase golden, string text) => Scorer.Score(golden, Answered(text)).ShouldHaveSingleItem();

    /// <summary>What one check without anything else in the case says of the text.</summary>
    public static Finding By(string check, string text) => By(Case($"- {check}"), text);

    public static Answer Answered(string text, params IReadOnlyList<string> turns) => new() { Case = "set/case", Configuration = "candidate", Text = text, Turns = turns };
}
