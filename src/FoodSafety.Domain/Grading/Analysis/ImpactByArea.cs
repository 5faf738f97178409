using System.Collections.Immutable;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Grading;

/// <summary>How many rows would move in each area under a draft, everything inside the area included (各区划影响数量).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
public sealed class ImpactByArea<TGrade> where TGrade : struct, Enum
{
    private readonly GradeScale<TGrade> _scale;
    private readonly ImmutableArray<(int From, int To, long[] Counts)> _columns;

    internal ImpactByArea(AreaTree areas, GradeScale<TGrade> scale, ImmutableArray<(int From, int To, long[] Counts)> columns) =>
        (Areas, _scale, _columns) = (areas, scale, columns);

    /// <summary>The areas.</summary>
    public AreaTree Areas { get; }

    /// <summary>Those who would move in one area, from which grade to which. Those who would stay are not counted: the diagonal is 0.</summary>
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
