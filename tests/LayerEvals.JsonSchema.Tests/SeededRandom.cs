namespace LayerEvals.JsonSchema.Tests;

/// <summary>The same choices for the same seed, on every runtime (SplitMix64, Steele, Lea and Flood, 2014).</summary>
internal sealed class SeededRandom(int seed)
{
    ulong _state = (ulong)seed;

    public int Below(int bound)
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
        return (int)((mixed ^ mixed >> 31) % (ulong)bound);
    }

    public bool Chance(int percent) => Below(100) < percent;

    public string One(string[] texts) => texts[Below(texts.Length)];

    public char One(string characters) => characters[Below(characters.Length)];
}
