namespace FoodSafety.Domain.Grading;

/// <summary>How many rows went from which grade to which in one regrading (等级转移矩阵).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class TransitionMatrix<TGrade> where TGrade : struct, Enum
{
    private readonly long[] _counts;

    internal TransitionMatrix(GradeScale<TGrade> scale, long[] counts)
    {
        Scale = scale;
        _counts = counts;
    }

    /// <summary>The grades in their order.</summary>
    public GradeScale<TGrade> Scale { get; }

    /// <summary>How many rows went from one grade to another, or stayed.</summary>
    /// <param name="from">The grade before; null for rows that were not graded, for a reason.</param>
    /// <param name="to">The grade now; null for rows that are not graded, for a reason.</param>
    /// <exception cref="ArgumentOutOfRangeException">A grade is not of the scale.</exception>
    public long this[TGrade? from, TGrade? to] => Count(CodeOf(from), CodeOf(to));

    /// <summary>How many rows were graded for the first time, by the grade they got.</summary>
    /// <param name="to">The grade now; null for rows that are not graded, for a reason.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grade is not of the scale.</exception>
    public long Entered(TGrade? to) => Count(0, CodeOf(to));

    /// <summary>How many rows changed their grade, gained or lost one; those graded for the first time not counted.</summary>
    public long Moved
    {
        get
        {
            var moved = 0L;
            for (var from = 1; from < Scale.Count + 2; from++)
            {
                for (var to = 1; to < Scale.Count + 2; to++)
                {
                    moved += from == to ? 0 : Count(from, to);
                }
            }

            return moved;
        }
    }

    private int CodeOf(TGrade? grade) => grade is { } known ? Outcome.CodeOf(Scale.StrictnessOf(known)) : Outcome.NotGraded(Scale.Count);

    private long Count(int from, int to) => _counts[from * (Scale.Count + 2) + to];
}
