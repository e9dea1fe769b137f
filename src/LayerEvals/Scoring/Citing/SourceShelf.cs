namespace LayerEvals.Scoring.Citing;

/// <summary>The sources of a case by id, by the letters that their ids start with, and by the number in them.</summary>
internal sealed class SourceShelf
{
    readonly Dictionary<string, SourceReading> byId = new(StringComparer.Ordinal);
    readonly Dictionary<string, string?> byNumber = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> prefixes = new(StringComparer.OrdinalIgnoreCase);

    public SourceShelf(IReadOnlyList<GoldenSource> sources) : this([.. sources.Select(s => new SourceReading(s))])
    {
    }

    public SourceShelf(IReadOnlyList<SourceReading> sources)
    {
        foreach (var source in sources)
        {
            if (!byId.TryAdd(source.Id, source)) continue;
            var digit = source.Id.AsSpan().IndexOfAnyInRange('0', '9');
            if (digit < 0) continue;
            if (digit > 0) prefixes.Add(source.Id[..digit]);
            var number = source.Id[digit..];
            // Two sources of one number: a bare "Section 4.1" leads to neither.
            byNumber[number] = byNumber.ContainsKey(number) ? null : source.Id;
        }
        All = [.. byId.Values];
    }

    public static SourceShelf Empty { get; } = new(new List<SourceReading>());

    public IReadOnlyList<SourceReading> All { get; }

    public bool HasNumbers => byNumber.Count > 0;

    /// <summary>The given source of exactly this id; null where there is none.</summary>
    public SourceReading? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The id of the given source of exactly this id, without a copy of the text.</summary>
    public string? Id(ReadOnlySpan<char> written) =>
        byId.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var source) ? source.Id : null;

    /// <summary>The id of the one given source with this number: <c>4.1</c> leads to <c>C-4.1</c>, and <c>4.1(b)</c> where that has no source of its own.</summary>
    public string? ByNumber(string number)
    {
        while (true)
        {
            if (byNumber.TryGetValue(number, out var id)) return id;
            var inner = number.LastIndexOf('(');
            if (inner <= 0) return null;
            number = number[..inner];
        }
    }

    /// <summary>Whether an id starts with the letters that a given one starts with: who has C-4.1 reads C-9.9 as a citation too.</summary>
    public bool HasPrefixOf(ReadOnlySpan<char> id)
    {
        var digit = id.IndexOfAnyInRange('0', '9');
        return digit > 0 && prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(id[..digit]);
    }

    /// <summary>Whether a text stands in a given source.</summary>
    public bool Says(string text)
    {
        foreach (var source in All)
            if (source.Text.Contains(text, StringComparison.Ordinal)) return true;
        return false;
    }
}
