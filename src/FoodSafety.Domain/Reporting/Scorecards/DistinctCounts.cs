using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Reporting;

/// <summary>Counts, for every area, how many of some people have something in it, each once: no roll-up of sums can.</summary>
/// <remarks>
/// A person counts 1 in each area where something of his lies, and in every area above. Going through his areas in the order of
/// the tree, all areas above two neighbours would count him twice; taking 1 away in the lowest area that holds both mends it.
/// </remarks>
internal sealed class DistinctCounts(AreaTree areas)
{
    /// <summary>Adds one person.</summary>
    /// <param name="ordinals">The areas in which he has something, ascending; the same may stand more than once.</param>
    /// <param name="own">What is rolled up when all have been added.</param>
    public void Add(ReadOnlySpan<int> ordinals, long[] own)
    {
        for (var i = 0; i < ordinals.Length; i++)
        {
            own[ordinals[i]]++;
            if (i > 0 && FindCommon(ordinals[i - 1], ordinals[i]) is >= 0 and var common)
            {
                own[common]--;
            }
        }
    }

    /// <summary>The lowest area that holds both, or -1 when there is none.</summary>
    private int FindCommon(int first, int second)
    {
        var area = first;
        while (area >= 0 && !(area <= second && second < areas.Ends[area]))
        {
            area = areas.Parents[area];
        }

        return area;
    }
}
