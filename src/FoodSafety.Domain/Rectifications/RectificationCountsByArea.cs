using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Rectifications;

/// <summary>How many problems stand how in each area, everything inside the area included (各区划整改统计).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RectificationCountsByArea
{
    private readonly long[][] _columns;

    internal RectificationCountsByArea(AreaTree areas, long[][] columns, RectificationCounts unplaced) =>
        (Areas, _columns, Unplaced) = (areas, columns, unplaced);

    /// <summary>The areas.</summary>
    public AreaTree Areas { get; }

    /// <summary>The counts of problems whose business is in no register, and which so are in no area.</summary>
    public RectificationCounts Unplaced { get; }

    /// <summary>The counts of one area.</summary>
    /// <param name="area">The code of the area.</param>
    /// <exception cref="AreaNotFoundException">There is no such area.</exception>
    public RectificationCounts this[AreaCode area] => At(Areas[area].Ordinal);

    internal RectificationCounts At(int ordinal) => new(
        _columns[0][ordinal], _columns[1][ordinal], _columns[2][ordinal], _columns[3][ordinal], _columns[4][ordinal], _columns[5][ordinal],
                _columns[6][ordinal]);
}
