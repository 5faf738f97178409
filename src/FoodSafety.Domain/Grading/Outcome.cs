using System.Numerics;

namespace FoodSafety.Domain.Grading;

/// <summary>How a decision lies in memory: the number of the outcome and the number of the clause, both 0 while nothing is decided.</summary>
/// <param name="Code">0 not decided; then one for each grade, the mildest 1; last, one more for not graded.</param>
/// <param name="Clause">The clause's number plus one.</param>
internal readonly record struct Outcome(int Code, int Clause)
{
    public static int CodeOf(int strictness) => strictness + 1;

    /// <summary>The code of "not graded" on a scale of so many grades.</summary>
    public static int NotGraded(int grades) => grades + 1;

    public static int CodeBits(int grades) => BitOperations.Log2((uint)NotGraded(grades)) + 1;

    public static int ClauseBits(int clauses) => BitOperations.Log2((uint)clauses) + 1;

    public static Outcome Unpack(int packed, int codeBits) => new(packed & ((1 << codeBits) - 1), packed >> codeBits);

    public GradeDecision<TGrade> Decode<TGrade>(GradeScale<TGrade> scale) where TGrade : struct, Enum =>
        Code == 0 ? default
        : Code == NotGraded(scale.Count) ? new(GradingState.NotGraded, default, Clause - 1)
        : new(GradingState.Graded, scale.MildestFirst[Code - 1], Clause - 1);
}
