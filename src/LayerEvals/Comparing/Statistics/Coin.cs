using System.Numerics;

namespace LayerEvals.Comparing.Statistics;

/// <summary>Seeded fair tosses by SplitMix64 (Steele, Lea and Flood 2014, OOPSLA): the same on every machine and runtime.</summary>
internal sealed class Coin(int seed)
{
    ulong state = (ulong)seed;
    ulong bits;
    int left;

    /// <summary>How many of the next 1 to 63 tosses are heads.</summary>
    public int Heads(int tosses)
    {
        if (left < tosses) (bits, left) = (Next(), 64);
        var heads = BitOperations.PopCount(bits & ((1UL << tosses) - 1));
        bits >>= tosses;
        left -= tosses;
        return heads;
    }

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>Draws how many of a fixed number of fair tosses are heads: a few tosses are tossed, many are looked up in their distribution.</summary>
internal sealed class HeadCount
{
    readonly int tosses;
    readonly int fewest;
    readonly double[] atMost = [];

    public HeadCount(int tosses)
    {
        this.tosses = tosses;
        if (tosses < 64) return;
        var reach = (int)(5 * Math.Sqrt(tosses)) + 1;
        fewest = Math.Max(0, tosses / 2 - reach);
        atMost = new double[Math.Min(tosses, tosses / 2 + reach) - fewest + 1];
        var sum = 0.0;
        for (var i = 0; i < atMost.Length; i++) atMost[i] = sum += FairCoin.Exactly(fewest + i, tosses);
    }

    public int Draw(Coin coin)
    {
        if (atMost.Length == 0) return coin.Heads(tosses);
        var found = Array.BinarySearch(atMost, coin.Uniform());
        return fewest + Math.Min(found < 0 ? ~found : found, atMost.Length - 1);
    }
}
