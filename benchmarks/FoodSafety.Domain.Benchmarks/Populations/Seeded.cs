namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>A small generator of numbers (SplitMix64): the same seed gives the same population on every machine and runtime.</summary>
internal struct Seeded(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number between two bounds, both included.</summary>
    public int Between(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    /// <summary>True so many times in a thousand.</summary>
    public bool PerMille(int chances) => Next() % 1000 < (ulong)chances;

    private ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
