using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.SelfControl;

/// <summary>How many records were due and how many of them were made (自查记录覆盖情况).</summary>
/// <remarks>The default value is of nothing that was due.</remarks>
/// <param name="Owed">Periods in which a record was due, 0 or more.</param>
/// <param name="Made">Those of them in which one was made, 0 or more.</param>
/// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
public readonly record struct RecordCoverage(long Owed, long Made)
{
    /// <summary>Periods in which a record was due.</summary>
    public long Owed { get; init => field = NotNegative(value, nameof(Owed)); } = NotNegative(Owed, nameof(Owed));

    /// <summary>Those of them in which one was made.</summary>
    public long Made { get; init => field = NotNegative(value, nameof(Made)); } = NotNegative(Made, nameof(Made));

    /// <summary>The periods that were missed.</summary>
    public long Missed => Owed - Made;

    /// <summary>The share that was made, 0 to 1; null when nothing was due.</summary>
    public decimal? Rate => Owed == 0 ? null : (decimal)Made / Owed;

    private static long NotNegative(long count, string parameter) => count >= 0 ? count : throw new ArgumentOutOfRangeException(parameter, count, "Allowed: 0 or more.");
}

/// <summary>How many records were due and made in one sector (分类别自查记录覆盖情况).</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Coverage">Due and made.</param>
public readonly record struct SectorCoverage(BusinessSector Sector, RecordCoverage Coverage);

/// <summary>How many records were due and made in each area, everything inside the area included (各区划自查记录覆盖情况).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CoverageByArea
{
    private readonly long[] _owed;
    private readonly long[] _made;

    internal CoverageByArea(AreaTree areas, long[] owed, long[] made) => (Areas, _owed, _made) = (areas, owed, made);

    /// <summary>The areas.</summary>
    public AreaTree Areas { get; }

    /// <summary>The coverage of one area.</summary>
    /// <param name="area">The code of the area.</param>
    /// <exception cref="AreaNotFoundException">There is no such area.</exception>
    public RecordCoverage this[AreaCode area] => Areas[area].Ordinal is var ordinal ? new RecordCoverage(_owed[ordinal], _made[ordinal]) : default;
}
