using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Grading;

/// <summary>How many rows have which grade in each area, everything inside the area included (各区划等级数量).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class GradeCountsByArea<TGrade> where TGrade : struct, Enum
{
    private readonly GradeScale<TGrade> _scale;
    private readonly long[][] _columns;

    internal GradeCountsByArea(AreaTree areas, GradeScale<TGrade> scale, long[][] columns)
    {
        Areas = areas;
        _scale = scale;
        _columns = columns;
    }

    /// <summary>The areas.</summary>
    public AreaTree Areas { get; }

    /// <summary>The counts of one area.</summary>
    /// <param name="area">The code of the area.</param>
    /// <exception cref="AreaNotFoundException">There is no such area.</exception>
    public GradeCount<TGrade> this[AreaCode area]
    {
        get
        {
            var ordinal = Areas[area].Ordinal;
            long[] counts = [.. _columns.Select(column => column[ordinal])];
            return new GradeCount<TGrade>(_scale, counts);
        }
    }
}
