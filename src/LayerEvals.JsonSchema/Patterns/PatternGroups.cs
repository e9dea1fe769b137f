namespace LayerEvals.JsonSchema;

/// <summary>The capturing groups of a pattern, found before it is translated: an escape may name a group that comes later.</summary>
internal sealed class PatternGroups
{
    public int Count { get; private set; }

    public Dictionary<string, int> Names { get; } = new(StringComparer.Ordinal);

    public static PatternGroups Find(string pattern)
    {
        var groups = new PatternGroups();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == '[') inClass = true;
            else if (pattern[i] == ']') inClass = false;
            else if (pattern[i] == '(' && !inClass) groups.Add(pattern, i + 1);
        }
        return groups;
    }

    void Add(string pattern, int at)
    {
        if (at >= pattern.Length || pattern[at] != '?')
        {
            Count++;
            return;
        }
        if (string.CompareOrdinal(pattern, at, "?<", 0, 2) != 0 || at + 2 >= pattern.Length || pattern[at + 2] is '=' or '!') return;
        var end = pattern.IndexOf('>', at);
        if (end < 0) return;
        Count++;
        if (!Names.TryAdd(pattern[(at + 2)..end], Count)) throw new PatternException("two groups have the same name");
    }
}
