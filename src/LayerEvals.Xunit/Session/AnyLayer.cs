using System.Collections;

namespace LayerEvals.Session;

/// <summary>Holds every layer: at discovery the configuration, which may add layers, is not known yet.</summary>
internal sealed class AnyLayer : IReadOnlySet<string>
{
    public static AnyLayer Instance { get; } = new();

    public int Count => 0;

    public bool Contains(string item) => true;

    public bool IsProperSubsetOf(IEnumerable<string> other) => false;

    public bool IsProperSupersetOf(IEnumerable<string> other) => true;

    public bool IsSubsetOf(IEnumerable<string> other) => false;

    public bool IsSupersetOf(IEnumerable<string> other) => true;

    public bool Overlaps(IEnumerable<string> other) => other.Any();

    public bool SetEquals(IEnumerable<string> other) => false;

    public IEnumerator<string> GetEnumerator() => Enumerable.Empty<string>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
