namespace FoodSafety.Domain.Facts;

/// <summary>An order that looks random and is the same every time (可复现的随机次序): a draw takes the n smallest by it.</summary>
/// <remarks>
/// Whoever knows the seed can repeat the draw and check it. As each key is mixed by itself, the order of any two does not
/// depend on which others there are.
/// </remarks>
internal static class SeededOrder
{
    /// <summary>The place of a key in the order of a seed: the finaliser of SplitMix64, under which no two keys of a seed meet.</summary>
    /// <param name="seed">The seed of the draw, which is published with its result.</param>
    /// <param name="key">A stable number of what is drawn.</param>
    public static ulong Mix(ulong seed, ulong key) => unchecked(Finish(Finish(seed) + key));

    private static ulong Finish(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
