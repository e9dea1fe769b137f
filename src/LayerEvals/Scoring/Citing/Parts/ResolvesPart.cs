namespace LayerEvals.Scoring.Citing.Parts;

/// <summary>Each id that is cited was among the sources of the case (citation validity).</summary>
internal static class ResolvesPart
{
    const string Name = "resolves";

    public static CheckedPart Of(CitedAnswer answer)
    {
        if (answer.Ids.Count == 0) return CheckedPart.NotApplicable(Name, "cites nothing");
        var foreign = answer.Ids.Where(id => answer.Shelf.Find(id) is null).ToList();
        if (foreign.Count == 0) return CheckedPart.Passed(Name);
        var given = CheckedPart.Ids([.. answer.Shelf.All.Select(s => s.Id)]);
        var places = Places(answer);
        return CheckedPart.Failed($"cites {CheckedPart.Ids(foreign)}, which was not given; given: {given}", foreign.Select(id => new FindingPart(Name, Outcome.Failed, $"{Printable.Short(id, 40)} was not given; given: {given}")
        {
            Span = places[id].Citation,
            Claim = places[id].Claim,
        }));
    }

    // The first place of each id.
    static Dictionary<string, (TextSpan? Citation, TextSpan? Claim)> Places(CitedAnswer answer)
    {
        var places = new Dictionary<string, (TextSpan?, TextSpan?)>(StringComparer.Ordinal);
        foreach (var claim in answer.Claims)
            foreach (var citation in claim.Citations)
                foreach (var id in citation.Ids) places.TryAdd(id, (citation.Span, claim.Span.Contains(citation.Span) ? claim.Span : Around(claim.Span, citation.Span)));
        foreach (var citation in answer.Citations)
            foreach (var id in citation.Ids) places.TryAdd(id, (citation.Span.Length > 0 ? citation.Span : null, null));
        return places;
    }

    // A citation that follows its claim is shown with it.
    static TextSpan Around(TextSpan claim, TextSpan citation) => new(claim.Start, Math.Max(claim.End, citation.End) - claim.Start);
}
