using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.SelfControl;

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
