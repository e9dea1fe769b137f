using System.Collections.Concurrent;

namespace LayerEvals.Scoring.Citing;

/// <summary>The sources of the cases that were scored last, read once for all their answers and, from one document, for all cases. What is dropped is read again: no outcome depends on it.</summary>
internal sealed class SourceShelves
{
    // A few cases are scored at a time; a document has some hundred sources of some kilobytes each.
    const int MostShelves = 256;
    const int MostReadings = 2048;

    readonly ConcurrentDictionary<IReadOnlyList<GoldenSource>, SourceShelf> shelves = new(ReferenceEqualityComparer.Instance);
    readonly ConcurrentDictionary<GoldenSource, SourceReading> readings = new(ReferenceEqualityComparer.Instance);

    public SourceShelf Of(IReadOnlyList<GoldenSource> sources)
    {
        if (sources.Count == 0) return SourceShelf.Empty;
        if (shelves.TryGetValue(sources, out var known)) return known;
        if (shelves.Count >= MostShelves) shelves.Clear();
        return shelves.GetOrAdd(sources, given => new SourceShelf([.. given.Select(Read)]));
    }

    SourceReading Read(GoldenSource source)
    {
        if (readings.TryGetValue(source, out var known)) return known;
        if (readings.Count >= MostReadings) readings.Clear();
        return readings.GetOrAdd(source, static given => new SourceReading(given));
    }
}
