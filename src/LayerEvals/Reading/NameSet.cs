using System.Collections;

namespace LayerEvals.Reading;

/// <summary>The names of a map, each once, in order. A map of a file has a dozen, which are looked through faster than they are hashed; a hostile one has millions.</summary>
internal sealed class NameSet : IReadOnlyCollection<string>
{
    const int Few = 24;

    readonly List<string> names = [];
    HashSet<string>? many;

    public int Count => names.Count;

    /// <summary>Adds a name; false where it is there already.</summary>
    public bool Add(string name)
    {
        if (Contains(name)) return false;
        names.Add(name);
        if (names.Count > Few) (many ??= new HashSet<string>(names, StringComparer.Ordinal)).Add(name);
        return true;
    }

    public bool Contains(string name)
    {
        if (many is not null) return many.Contains(name);
        foreach (var known in names)
            if (known == name) return true;
        return false;
    }

    public IEnumerator<string> GetEnumerator() => names.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
