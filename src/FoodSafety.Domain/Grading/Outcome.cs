namespace FoodSafety.Domain.Grading;

/// <summary>How a decision lies in memory: one byte for the outcome, two for the clause, both 0 while nothing is decided.</summary>
/// <param name="Code">0 not decided, 1 to 64 the grade's strictness plus one, 255 not graded.</param>
/// <param name="Clause">The clause's number plus one.</param>
internal readonly record struct Outcome(byte Code, ushort Clause)
{
    public const byte NotGraded = byte.MaxValue;

    public static byte CodeOf(int strictness) => (byte)(strictness + 1);

    public GradeDecision<TGrade> Decode<TGrade>(GradeScale<TGrade> scale) where TGrade : struct, Enum => Code switch
    {
        0 => default,
        NotGraded => new(GradingState.NotGraded, default, Clause - 1),
        _ => new(GradingState.Graded, scale.MildestFirst[Code - 1], Clause - 1),
    };
}
