using System.Collections.Concurrent;

namespace LayerEvals.Scoring.Citing;

/// <summary>The sources of the cases that were scored last, read once for all their answers. What is dropped is read again: no outcome depends on it.</summary>
internal sealed class SourceShelves
{
    // A few cases are scored at a time; a document's sources are some kilobytes each.
    const int Most = 256;

    readonly ConcurrentDictionary<IReadOnlyList<GoldenSource>, SourceShelf> shelves = new(ReferenceEqualityComparer.Instance);

    public SourceShelf Of(IReadOnlyList<GoldenSource> sources)
    {
        if (sources.Count == 0) return SourceShelf.Empty;
        if (shelves.TryGetValue(sources, out var known)) return known;
        if (shelves.Count >= Most) shelves.Clear();
        return shelves.GetOrAdd(sources, static given => new SourceShelf(given));
    }
}
