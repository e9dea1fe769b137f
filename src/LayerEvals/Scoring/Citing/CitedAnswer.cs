using LayerEvals.Scoring.Checks;
using LayerEvals.Scoring.Facts;
using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring.Citing;

/// <summary>How an answer is searched for citations.</summary>
/// <param name="Styles">The ways of writing that count in its text.</param>
/// <param name="Path">The place in its JSON; null where it is prose.</param>
internal sealed record CitingRule(CitationStyles Styles, JsonPath? Path);

/// <summary>An answer with its citations, its claims and what they rest on.</summary>
internal sealed class CitedAnswer
{
    IReadOnlyList<SourceReading>? cited;
    IReadOnlyList<Fact>? facts;
    IReadOnlyList<(Claim, IReadOnlyList<Fact>)>? claimsWithFacts;

    CitedAnswer(string text, SourceShelf shelf) => (Text, Shelf) = (text, shelf);

    public string Text { get; }

    public SourceShelf Shelf { get; }

    public required TextRegions Regions { get; init; }

    public required IReadOnlyList<Citation> Citations { get; init; }

    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>The distinct ids that it cites, in its order.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>The given sources that it cites anywhere.</summary>
    public IReadOnlyList<SourceReading> Cited => cited ??= Found(Ids);

    /// <summary>The numbers, dates and identifiers of its claims, in order; those in citations and code are none.</summary>
    public IReadOnlyList<Fact> Facts => facts ??= FactScanner.Claimed(Text, at => Regions.At(at) is { IsCode: true }, Citations);

    public static CitedAnswer Read(string text, SourceShelf shelf, CitingRule rule) => Read(text, shelf, rule, TextRegions.Of(text));

    public static CitedAnswer Read(string text, SourceShelf shelf, CitingRule rule, TextRegions regions)
    {
        if (rule.Path is { } path) return ReadJson(text, shelf, path);
        var citations = CitationScanner.In(new CitedText(text, shelf, rule.Styles, regions));
        return new CitedAnswer(text, shelf) { Regions = regions, Citations = citations, Claims = Citing.Claims.In(text, citations, regions), Ids = Citing.Citations.Distinct(citations) };
    }

    /// <summary>The sources that a claim rests on: its own citations', or those of the whole answer where it has none.</summary>
    public IReadOnlyList<SourceReading> SourcesOf(Claim claim)
    {
        if (claim.Citations.Count == 0) return Cited;
        // A claim is asked for them by each of its facts and quotations, and may have thousands of each.
        return claim.Sources ??= Found(Citing.Citations.Distinct(claim.Citations));
    }

    IReadOnlyList<SourceReading> Found(IReadOnlyList<string> ids)
    {
        if (ids.Count == 1) return Shelf.Find(ids[0]) is { } one ? [one] : [];
        var found = new List<SourceReading>(ids.Count);
        foreach (var id in ids)
            if (Shelf.Find(id) is { } source) found.Add(source);
        return found;
    }

    /// <summary>The claims that have facts, each with those that stand in it.</summary>
    public IReadOnlyList<(Claim Claim, IReadOnlyList<Fact> Facts)> ClaimsWithFacts => claimsWithFacts ??= WithFacts();

    List<(Claim, IReadOnlyList<Fact>)> WithFacts()
    {
        var found = new List<(Claim, IReadOnlyList<Fact>)>(Claims.Count);
        var next = 0;
        foreach (var claim in Claims)
        {
            List<Fact>? inside = null;
            for (; next < Facts.Count && Facts[next].Span.Start < claim.Span.End; next++)
                if (Facts[next].Span.Start >= claim.Span.Start) (inside ??= []).Add(Facts[next]);
            if (inside is not null) found.Add((claim, inside));
        }
        return found;
    }

    // Each text of a JSON answer is a claim, and all that it cites supports it.
    static CitedAnswer ReadJson(string text, SourceShelf shelf, JsonPath path)
    {
        var citations = Citing.Citations.At(path, text);
        var placed = citations.Where(c => c.Span.Length > 0).OrderBy(c => c.Span.Start).ToList();
        return new CitedAnswer(text, shelf) { Regions = TextRegions.Of(""), Citations = citations.Count == placed.Count ? placed : citations, Claims = JsonClaims.In(text, placed), Ids = Citing.Citations.Distinct(citations) };
    }
}
