using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>Rows were graded again (已重新分级).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RowsRegraded<TGrade> : GradeEvent<TGrade> where TGrade : struct, Enum
{
    internal RowsRegraded(LocalDate on, Regrading<TGrade> regrading, int recorded)
        : base(on, null) => (Regrading, Recorded) = (regrading, recorded);

    /// <summary>What was looked at and what moved.</summary>
    public Regrading<TGrade> Regrading { get; }

    /// <summary>How many entries were recorded: of rows whose grade, clause or policy version is another than that of their last entry.</summary>
    public int Recorded { get; }
}
