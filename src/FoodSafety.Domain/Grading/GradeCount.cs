using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Grading;

/// <summary>How many rows have which grade (各等级数量).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class GradeCount<TGrade> where TGrade : struct, Enum
{
    private readonly GradeScale<TGrade> _scale;
    private readonly long[] _counts;

    internal GradeCount(GradeScale<TGrade> scale, long[] counts)
    {
        _scale = scale;
        _counts = counts;
    }

    /// <summary>How many have a grade.</summary>
    /// <param name="grade">The grade.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grade is not of the scale.</exception>
    public long this[TGrade grade] => _counts[Outcome.CodeOf(_scale.StrictnessOf(grade))];

    /// <summary>How many were looked at and are not graded, for a reason.</summary>
    public long NotGraded => _counts[^1];

    /// <summary>How many nobody has graded yet.</summary>
    public long NotDecided => _counts[0];

    /// <summary>How many there are in all.</summary>
    public long Total => _counts.Sum();
}

/// <summary>How many rows a clause decided (各条款数量).</summary>
/// <param name="Clause">The rule, the reason for no grade, or the default.</param>
/// <param name="Count">How many rows.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ClauseCount(PolicyClause Clause, long Count);

/// <summary>How many rows went from the decision of one clause to that of another (条款变动数量).</summary>
/// <param name="From">The clause that decided before, of the policy that was in use then; null where the grade was taken over and no clause is known.</param>
/// <param name="To">The clause that decides now.</param>
/// <param name="Count">How many rows.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ClauseTransition(PolicyClause? From, PolicyClause To, long Count);

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
