using LayerEvals.Scoring.Facts;

namespace LayerEvals.Scoring.Citing.Parts;

/// <summary>Each number, amount, percentage, date and identifier of a claim occurs in a source that it cites, in any writing (number support).</summary>
internal static class NumbersPart
{
    const string Name = "numbers";

    public static CheckedPart Of(CitedAnswer answer)
    {
        if (answer.Ids.Count == 0) return CheckedPart.NotApplicable(Name, "cites nothing");
        var looked = 0;
        var missing = new List<FindingPart>();
        var more = 0;
        foreach (var (claim, facts) in answer.ClaimsWithFacts)
        {
            var sources = answer.SourcesOf(claim);
            foreach (var fact in facts)
            {
                // An id of a source names it; it says nothing that the source could hold.
                if (fact.Id is not null && answer.Shelf.Find(fact.Span.Of(answer.Text)) is not null) continue;
                looked++;
                if (IsIn(sources, fact)) continue;
                if (missing.Count < 12) missing.Add(Missing(answer, (claim, fact), sources));
                else more++;
            }
        }
        if (looked == 0) return CheckedPart.NotApplicable(Name, "states no number, date or identifier");
        if (missing.Count == 0) return CheckedPart.Passed(Name);
        return more == 0 ? CheckedPart.Failed(missing) : CheckedPart.Failed($"{missing[0].Reason}; and {missing.Count - 1 + more} more", missing);
    }

    static bool IsIn(IReadOnlyList<SourceReading> sources, Fact fact)
    {
        foreach (var source in sources)
            if (source.Facts.Has(fact)) return true;
        return false;
    }

    static FindingPart Missing(CitedAnswer answer, (Claim Claim, Fact Fact) claimed, IReadOnlyList<SourceReading> sources)
    {
        var written = Printable.Short(claimed.Fact.Span.Of(answer.Text), 60);
        var other = answer.Shelf.All.FirstOrDefault(s => s.Facts.Has(claimed.Fact));
        var where = sources.Count switch
        {
            0 => $"{written} is in no given source that it cites",
            1 => $"{written} is not in {Printable.Short(sources[0].Id, 40)}, which it cites",
            _ => $"{written} is in none of {CheckedPart.Ids([.. sources.Select(s => s.Id)])}, which it cites",
        };
        return new FindingPart(Name, Outcome.Failed, other is null ? where : $"{where}; {Printable.Short(other.Id, 40)} has it")
        {
            Span = claimed.Fact.Span,
            Claim = claimed.Claim.Span,
            Source = sources.Count > 0 ? sources[0].Id : null,
            SourceText = sources.Count > 0 ? Excerpt.Of(sources[0], claimed.Claim.Span.Of(answer.Text)) : null,
        };
    }
}
