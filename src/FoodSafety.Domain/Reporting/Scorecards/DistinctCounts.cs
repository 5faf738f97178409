using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Reporting;

/// <summary>Counts, for every area, how many of some people have something in it, each once: no roll-up of sums can.</summary>
/// <remarks>
/// A person adds 1 to each area where something of his lies, and so to every area above. Going through his areas in the order of
/// the tree, every area above two neighbours has him twice; taking 1 away from the lowest area that holds both mends it for all.
/// </remarks>
internal sealed class DistinctCounts(AreaTree areas)
{
    /// <summary>Adds one person.</summary>
    /// <param name="ordinals">The areas in which he has something, ascending; the same may stand more than once.</param>
    /// <param name="counts">What is rolled up when all have been added.</param>
    public void Add(ReadOnlySpan<int> ordinals, ScopedCounts counts)
    {
        for (var i = 0; i < ordinals.Length; i++)
        {
            counts.Add(ordinals[i], 1);
            if (i > 0 && areas.FindCommon(ordinals[i - 1], ordinals[i]) is >= 0 and var common)
            {
                counts.Add(common, -1);
            }
        }
    }
}
