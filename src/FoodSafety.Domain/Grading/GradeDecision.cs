using System.Numerics;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>What a policy decided about one business (分级结论): a grade or none, and the clause that decided.</summary>
/// <remarks>The default value is <see cref="GradingState.NotDecided"/>: nobody has graded it yet.</remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public readonly record struct GradeDecision<TGrade> where TGrade : struct, Enum
{
    private readonly TGrade _grade;
    private readonly int _clauseFromOne;

    internal GradeDecision(GradingState state, TGrade grade, int clause)
    {
        State = state;
        _grade = grade;
        _clauseFromOne = clause + 1;
    }

    /// <summary>Whether there is a grade.</summary>
    public GradingState State { get; }

    /// <summary>The grade, adjustments included.</summary>
    /// <exception cref="InvalidOperationException">There is none; see <see cref="State"/> and <see cref="Clause"/>.</exception>
    public TGrade Grade => State == GradingState.Graded
        ? _grade
        : throw new InvalidOperationException($"There is no grade: the state is {State}.");

    /// <summary>
    /// The clause that decided, as <see cref="GradingPolicy{TGrade}.Clauses"/> numbers them; -1 when nothing is decided.
    /// </summary>
    public int Clause => _clauseFromOne - 1;

    /// <summary>The grade, or null when there is none.</summary>
    public TGrade? FindGrade() => State == GradingState.Graded ? _grade : null;

    /// <summary>The state, and the grade where there is one.</summary>
    public override string ToString() => State == GradingState.Graded ? $"{_grade}" : $"{State}";
}

/// <summary>Whether a business has a grade (分级状态).</summary>
public enum GradingState
{
    /// <summary>Nobody has graded it yet (尚未分级); the default.</summary>
    [BilingualName("尚未分级", "not yet graded")]
    NotDecided = 0,

    /// <summary>It has a grade (已分级).</summary>
    [BilingualName("已分级", "graded")]
    Graded = 1,

    /// <summary>It was looked at and gets no grade, for a reason (不予分级).</summary>
    [BilingualName("不予分级", "given no grade")]
    NotGraded = 2,
}

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
