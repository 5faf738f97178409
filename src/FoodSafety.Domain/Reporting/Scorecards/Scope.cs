using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Reporting;

/// <summary>
/// The areas that need counts of their own: the lowest area that holds all businesses, with what lies in it. A district in the tree of the
/// country so takes the memory of a district; areas above have its counts, and all others have none.
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

    public AreaTree Areas { get; }

    /// <summary>The area that holds all businesses; -1 when none does.</summary>
    public int Holder { get; } = -1;

    public int First { get; }

    public int Length { get; }

    public bool Contains(int area) => area >= First && area < First + Length;
}
