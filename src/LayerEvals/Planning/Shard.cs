using System.Globalization;

namespace LayerEvals.Planning;

/// <summary>A slice of a plan: part <paramref name="Index"/> of <paramref name="Count"/>, from 1. A case belongs to the same shard on every machine.</summary>
internal sealed record Shard(int Index, int Count)
{
    public static Shard Whole { get; } = new(1, 1);

    public bool IsWhole => Count == 1;

    /// <summary>The shard that <c>2/4</c> names; null where the text names none.</summary>
    public static Shard? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= 1 and <= 1000 && index >= 1 && index <= count
            ? new Shard(index, count)
            : null;
    }

    public bool Holds(string caseKey) => IsWhole || Fnv1a(caseKey) % (uint)Count == (uint)(Index - 1);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    // FNV-1a, 32 bits (draft-eastlake-fnv): string.GetHashCode is random per process.
    static uint Fnv1a(string text)
    {
        var hash = 2166136261u;
        foreach (var unit in System.Text.Encoding.UTF8.GetBytes(text)) hash = unchecked((hash ^ unit) * 16777619u);
        return hash;
    }
}
