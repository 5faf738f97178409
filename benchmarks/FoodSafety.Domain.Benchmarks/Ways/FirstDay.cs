using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks;

/// <summary>Grading by a policy on the first day on which it is in force.</summary>
internal static class FirstDay
{
    public static Regrading<TGrade> Regrade<TGrade>(this GradeBook<TGrade> book, Grader<TGrade> grader, GradingOptions? options = null) where TGrade : struct, Enum =>
        book.Regrade(grader, grader.Policy.From, options);
}
