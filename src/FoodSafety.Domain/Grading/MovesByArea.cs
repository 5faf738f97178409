using System.Collections.Immutable;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Grading;

/// <summary>How many rows a regrading moved in each area, everything inside the area included (各区划等级变动数量).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class MovesByArea<TGrade> where TGrade : struct, Enum
{
    private readonly GradeScale<TGrade> _scale;
    private readonly ImmutableArray<(int From, int To, long[] Counts)> _columns;

    internal MovesByArea(AreaTree areas, GradeScale<TGrade> scale, ImmutableArray<(int From, int To, long[] Counts)> columns) =>
        (Areas, _scale, _columns) = (areas, scale, columns);

    /// <summary>The areas.</summary>
    public AreaTree Areas { get; }

    /// <summary>Those that moved in one area, from which grade to which; those that stayed are not counted, the diagonal is 0.</summary>
    /// <param name="area">The code of the area.</param>
    /// <exception cref="AreaNotFoundException">There is no such area.</exception>
    public TransitionMatrix<TGrade> this[AreaCode area]
    {
        get
        {
            var ordinal = Areas[area].Ordinal;
            var codes = _scale.Count + 2;
            var counts = new long[codes * codes];
            foreach (var (from, to, perArea) in _columns)
            {
                counts[from * codes + to] = perArea[ordinal];
            }

            return new TransitionMatrix<TGrade>(_scale, counts);
        }
    }
}
