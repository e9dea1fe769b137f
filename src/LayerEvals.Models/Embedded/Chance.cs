namespace LayerEvals.Models;

/// <summary>The seeded dice of one answer. At temperature 0 they always show 1.</summary>
internal sealed record Chance(double Temperature, long Seed)
{
    // At temperature 1 scores move by up to a tenth either way: near ties change places, clear winners stay.
    private const double Reach = 0.1;
    private const double HighestTemperature = 2;

    public static Chance Of(float? temperature, long seed) =>
        new(temperature is > 0 and var heat && float.IsFinite(heat) ? Math.Min(heat, HighestTemperature) : 0, seed);

    /// <summary>A factor near 1 for the sentence of that number.</summary>
    public double Jitter(int number) => Temperature > 0 ? 1 + Reach * Temperature * (2 * Roll(number) - 1) : 1;

    // SplitMix64: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA.
    private double Roll(int number)
    {
        unchecked
        {
            var z = (ulong)Seed + ((ulong)number + 1) * 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
