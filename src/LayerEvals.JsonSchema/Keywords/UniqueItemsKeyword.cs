using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>uniqueItems</c>: short arrays pair by pair, long ones by hash.</summary>
internal sealed class UniqueItemsKeyword(KeywordPlace at) : IKeyword
{
    const int Short = 8;

    public static readonly KeywordRule[] Rules = [new("uniqueItems", Make)];

    public Kinds Kinds => Kinds.Array;

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        var length = instance.GetArrayLength();
        var twins = length <= Short ? TwinsByPair(instance, length) : TwinsByHash(instance, length);
        if (twins is not { } found) return true;
        if (!run.Explains) return false;
        var equal = string.Create(CultureInfo.InvariantCulture, $"items {found.First} and {found.Second} are both {Wording.Value(instance[found.First])}");
        return run.Fail(at, equal, "every item only once", $"{equal}; expected is every item only once");
    }

    static (int First, int Second)? TwinsByPair(JsonElement instance, int length)
    {
        for (var second = 1; second < length; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (JsonEquality.AreEqual(instance[first], instance[second])) return (first, second);
            }
        }
        return null;
    }

    static (int First, int Second)? TwinsByHash(JsonElement instance, int length)
    {
        var hashes = ArrayPool<int>.Shared.Rent(length);
        var positions = ArrayPool<int>.Shared.Rent(length);
        var items = ArrayPool<JsonElement>.Shared.Rent(length);
        try
        {
            var index = 0;
            foreach (var item in instance.EnumerateArray())
            {
                (items[index], hashes[index], positions[index]) = (item, JsonEquality.Hash(item), index);
                index++;
            }
            Array.Sort(hashes, positions, 0, length);
            return FirstTwins(hashes.AsSpan(0, length), positions, items);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(hashes);
            ArrayPool<int>.Shared.Return(positions);
            ArrayPool<JsonElement>.Shared.Return(items, clearArray: true);
        }
    }

    // The pair that comes first in the array, since the order of hashes differs from process to process.
    static (int First, int Second)? FirstTwins(ReadOnlySpan<int> hashes, int[] positions, JsonElement[] items)
    {
        (int First, int Second)? best = null;
        for (var i = 1; i < hashes.Length; i++)
        {
            if (hashes[i] != hashes[i - 1] || !JsonEquality.AreEqual(items[positions[i]], items[positions[i - 1]])) continue;
            var (first, second) = (Math.Min(positions[i], positions[i - 1]), Math.Max(positions[i], positions[i - 1]));
            if (best is null || (second, first).CompareTo((best.Value.Second, best.Value.First)) < 0) best = (first, second);
        }
        return best;
    }

    static IKeyword? Make(KeywordSource source) => source.Value.ValueKind switch
    {
        JsonValueKind.True => new UniqueItemsKeyword(source.At),
        JsonValueKind.False => null,
        _ => source.Expected("a boolean"),
    };
}
