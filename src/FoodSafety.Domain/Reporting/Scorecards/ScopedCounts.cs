using System.Collections.Immutable;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Reporting;

/// <summary>One count for every area of a <see cref="Scope"/>, each area's own until it is rolled up.</summary>
internal sealed class ScopedCounts(Scope scope)
{
    private readonly long[] _counts = new long[scope.Length];

    public long this[int area] => scope.Holder is >= 0 and var holder && scope.Areas.At(area).Contains(holder) ? _counts[0]
        : scope.Contains(area) ? _counts[area - scope.First]
        : 0;

    /// <summary>The counts of all places of the scope, in their order.</summary>
    public ImmutableArray<long> ByPlace => [.. _counts];

    public void Add(int area, long count) => _counts[area - scope.First] += count;

    public void RollUp()
    {
        // Backwards every area is complete when its turn comes, since all areas inside it stand behind it.
        var parents = scope.Areas.Parents;
        for (var i = _counts.Length - 1; i >= 0; i--)
        {
            if (parents[scope.First + i] is var parent && parent >= scope.First)
            {
                _counts[parent - scope.First] += _counts[i];
            }
        }
    }
}

/// <summary>Counts, for every area, how many of some people have something in it, each once: no roll-up of sums can.</summary>
/// <remarks>
/// A person adds 1 to each area where something of his lies, and so to every area above. Going through his areas in the order of
/// the tree, every area above two neighbours has him twice; taking 1 away from the lowest area that holds both mends it for all.
/// </remarks>
internal sealed class DistinctCounts(Scope scope)
{
    /// <summary>Adds one person.</summary>
    /// <param name="ordinals">The areas in which he has something, ascending; the same may stand more than once.</param>
    /// <param name="counts">What is rolled up when all have been added.</param>
    public void Add(ReadOnlySpan<int> ordinals, ScopedCounts counts)
    {
        for (var i = 0; i < ordinals.Length; i++)
        {
            counts.Add(ordinals[i], 1);
            if (i > 0 && scope.FindCommon(ordinals[i - 1], ordinals[i]) is >= 0 and var common)
            {
                counts.Add(common, -1);
            }
        }
    }
}

/// <summary>
/// The areas that need counts of their own: the lowest area that holds all businesses, with what lies in it. A district in the tree of the
/// country so takes the memory of a district; areas above have its counts, and all others have none. Or one place for each business, for the list behind a count.
/// </summary>
internal sealed class Scope
{
    public Scope(AreaTree areas, ReadOnlySpan<int> ordinals)
    {
        Areas = areas;
        if (ordinals.IsEmpty)
        {
            return;
        }

        // In the order of the tree an area holds all that stands between two areas it holds.
        var (least, most) = (ordinals[0], ordinals[0]);
        foreach (var ordinal in ordinals)
        {
            (least, most) = (Math.Min(least, ordinal), Math.Max(most, ordinal));
        }

        Holder = areas.FindCommon(least, most);
        (First, Length) = Holder < 0 ? (0, areas.Count) : (Holder, areas.Ends[Holder] - Holder);
    }

    private Scope(AreaTree areas, int businesses) => (Areas, Length, IsOfBusinesses) = (areas, businesses, true);

    /// <summary>A scope in which each business is a place of its own, inside no other.</summary>
    public static Scope OfBusinesses(AreaTree areas, int count) => new(areas, count);

    public AreaTree Areas { get; }

    /// <summary>Whether its places are rows of the register, and not areas.</summary>
    public bool IsOfBusinesses { get; }

    /// <summary>The area that holds all businesses; -1 when none does.</summary>
    public int Holder { get; } = -1;

    public int First { get; }

    public int Length { get; }

    public bool Contains(int area) => area >= First && area < First + Length;

    /// <summary>The lowest place that holds two; -1 when none does.</summary>
    public int FindCommon(int one, int other) => !IsOfBusinesses ? Areas.FindCommon(one, other) : one == other ? one : -1;
}
