using System.Collections.Immutable;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Rectifications;

/// <summary>How many problems stand how in each area, everything inside the area included (各区划整改统计).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RectificationCountsByArea
{
    private readonly ImmutableArray<RectificationCounts> _counts;

    internal RectificationCountsByArea(AreaTree areas, ImmutableArray<RectificationCounts> counts, RectificationCounts unplaced) =>
        (Areas, _counts, Unplaced) = (areas, counts, unplaced);

    /// <summary>The areas.</summary>
    public AreaTree Areas { get; }

    /// <summary>The counts of problems whose business is in no register, or not yet in the one that was asked, and which so are in no area.</summary>
    public RectificationCounts Unplaced { get; }

    /// <summary>The counts of one area.</summary>
    /// <param name="area">The code of the area.</param>
    /// <exception cref="AreaNotFoundException">There is no such area.</exception>
    public RectificationCounts this[AreaCode area] => At(Areas[area].Ordinal);

    internal RectificationCounts At(int ordinal) => _counts[ordinal];
}
