namespace LayerEvals.Scoring.Citing.Parts;

/// <summary>What stands between quotation marks stands in a source that is cited there, word for word (quote match). Where nothing is cited, any given source may have it.</summary>
internal static class QuotesPart
{
    const string Name = "quotes";

    // A diff for each: a reader needs the first ones.
    const int MostShown = 4;

    public static CheckedPart Of(CitedAnswer answer)
    {
        var isJson = answer.Citations.Count > 0 && answer.Citations[0].Style == CitationStyle.Fields;
        var looked = 0;
        var wrong = new List<FindingPart>();
        var more = 0;
        var claims = new ClaimsInOrder(answer.Claims);
        var known = new Dictionary<(string, IReadOnlyList<SourceReading>), bool>();
        foreach (var quoted in QuotedText.In(answer, isJson))
        {
            looked++;
            var around = claims.Around(quoted.Span);
            var sources = Sources(answer, around);
            if (IsIn(quoted, sources, known)) continue;
            if (wrong.Count < MostShown) wrong.Add(Wrong(answer, quoted, (around, sources)));
            else more++;
        }
        if (looked == 0) return CheckedPart.NotApplicable(Name, "quotes nothing");
        if (wrong.Count == 0) return CheckedPart.Passed(Name);
        return more == 0 ? CheckedPart.Failed(wrong) : CheckedPart.Failed($"{wrong[0].Reason}; and {wrong.Count - 1 + more} more", wrong);
    }

    // The same words are looked up once in the same sources, however often an answer repeats them.
    static bool IsIn(QuotedText quoted, IReadOnlyList<SourceReading> sources, Dictionary<(string, IReadOnlyList<SourceReading>), bool> known)
    {
        var key = (string.Join('\n', quoted.Pieces), sources);
        if (known.TryGetValue(key, out var found)) return found;
        foreach (var source in sources) found |= quoted.IsIn(source.Folded);
        return known[key] = found;
    }

    static IReadOnlyList<SourceReading> Sources(CitedAnswer answer, IReadOnlyList<Claim> around)
    {
        if (around.Count == 1) return around[0].Citations.Count > 0 ? answer.SourcesOf(around[0]) : answer.Ids.Count > 0 ? answer.Cited : answer.Shelf.All;
        var own = around.Where(c => c.Citations.Count > 0).SelectMany(answer.SourcesOf).Distinct().ToList();
        return own.Count > 0 || around.Any(c => c.Citations.Count > 0) ? own : answer.Ids.Count > 0 ? answer.Cited : answer.Shelf.All;
    }

    static FindingPart Wrong(CitedAnswer answer, QuotedText quoted, (IReadOnlyList<Claim> Claims, IReadOnlyList<SourceReading> Sources) around)
    {
        var sources = around.Sources;
        var said = string.Join(" ... ", quoted.Pieces);
        var near = sources.Select(s => (Source: (SourceReading?)s, Diff: WordDiff.Of(said, s.Folded))).FirstOrDefault(n => n.Diff is not null);
        var where = sources.Count == 0 ? "is in no given source that it cites" : $"is not word for word in {CheckedPart.Ids([.. sources.Select(s => s.Id)])}";
        var reason = $"\"{Printable.Short(said, 120)}\" {where}";
        var shown = near.Source ?? (sources.Count > 0 ? sources[0] : null);
        return new FindingPart(Name, Outcome.Failed, near is { Source: { } source, Diff: { } diff } ? $"{reason}; nearest in {Printable.Short(source.Id, 40)}: {Printable.Short(diff, 300)}" : reason)
        {
            Span = quoted.Span,
            Claim = around.Claims.Count > 0 && around.Claims[0].Span.Contains(quoted.Span) ? around.Claims[0].Span : quoted.Span,
            Source = shown?.Id,
            SourceText = shown is null ? null : Excerpt.Of(shown, said),
        };
    }

    // Quotations come in order, and so do claims: neither is gone through twice.
    sealed class ClaimsInOrder(IReadOnlyList<Claim> claims)
    {
        int next;

        public IReadOnlyList<Claim> Around(TextSpan span)
        {
            while (next < claims.Count && claims[next].Span.End <= span.Start) next++;
            var around = new List<Claim>();
            for (var i = next; i < claims.Count && claims[i].Span.Start < span.End; i++) around.Add(claims[i]);
            return around;
        }
    }
}
