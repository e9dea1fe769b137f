using LayerEvals.Diagnostics;
using LayerEvals.Scoring.Facts;

namespace LayerEvals.Scoring.Citing.Parts;

/// <summary>What must have a citation.</summary>
internal enum Presence
{
    /// <summary>Nothing.</summary>
    NotAsked = 1,

    /// <summary>The answer.</summary>
    Any,

    /// <summary>Every sentence, bullet or cell that makes a claim.</summary>
    EveryClaim,

    /// <summary>Every one that has a number, a date, an amount or a name.</summary>
    EveryFact,
}

/// <summary>Citations are there: in the answer, in each claim, or in each that states a fact (citation coverage).</summary>
internal static class PresentPart
{
    const string Name = "present";

    // Fewer words assert nothing that a source could hold, unless they state a fact: "Yes.", "In short".
    const int FewestWords = 3;

    public static CheckedPart Of(CitedAnswer answer, Presence asked, IReadOnlyList<string> expected)
    {
        if (asked == Presence.NotAsked && (expected.Count == 0 || answer.Ids.Count > 0)) return CheckedPart.NotApplicable(Name, "no citation is asked for");
        if (answer.Ids.Count == 0)
        {
            var reason = expected.Count > 0 ? $"cites nothing, expected {CheckedPart.Ids(expected)}" : "cites nothing";
            return CheckedPart.Failed(reason, new FindingPart(Name, Outcome.Failed, reason));
        }
        // What a field cites stands for the whole document.
        if (asked == Presence.Any || answer.Citations[0].Style == CitationStyle.Fields) return CheckedPart.Passed(Name);
        var bare = asked == Presence.EveryClaim ? Claims(answer) : Facts(answer);
        return bare.Count == 0 ? CheckedPart.Passed(Name) : CheckedPart.Failed(Told(bare, answer.Text, asked), bare.Select(f => f.Part));
    }

    static List<(Claim Claim, FindingPart Part)> Claims(CitedAnswer answer) =>
        [.. answer.Claims.Where(c => c.IsAssertion && c.Words >= FewestWords && c.Citations.Count == 0).Select(c => (c, Missing(c, null, "this claim cites nothing")))];

    static List<(Claim Claim, FindingPart Part)> Facts(CitedAnswer answer)
    {
        var first = new Dictionary<Claim, TextSpan>(ReferenceEqualityComparer.Instance);
        foreach (var (claim, facts) in answer.ClaimsWithFacts) first[claim] = facts[0].Span;
        var bare = new List<(Claim, FindingPart)>();
        foreach (var claim in answer.Claims.Where(c => c.IsAssertion && c.Citations.Count == 0))
        {
            if (first.TryGetValue(claim, out var fact)) bare.Add((claim, Missing(claim, fact, $"states {Printable.Short(fact.Of(answer.Text), 60)} and cites nothing")));
            else if (Names.In(answer.Text, claim.Span)) bare.Add((claim, Missing(claim, null, "states a name and cites nothing")));
        }
        return bare;
    }

    static FindingPart Missing(Claim claim, TextSpan? span, string reason) => new(Name, Outcome.Failed, reason) { Span = span, Claim = claim.Span };

    static string Told(List<(Claim Claim, FindingPart Part)> bare, string text, Presence asked) =>
        $"{Numerals.Count(bare.Count, asked == Presence.EveryClaim ? "claim" : "stated fact")} without a citation: \"{Printable.Short(bare[0].Claim.Span.Of(text), 120)}\"";
}
