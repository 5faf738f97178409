namespace FoodSafety.Domain.Grading;

/// <summary>A row whose grade became another (等级变动).</summary>
/// <param name="Row">The number of the row in its table or register.</param>
/// <param name="From">The decision before; its clause is one of the policy that was in use then.</param>
/// <param name="To">The decision now.</param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public readonly record struct GradeMove<TGrade>(int Row, GradeDecision<TGrade> From, GradeDecision<TGrade> To)
    where TGrade : struct, Enum;
