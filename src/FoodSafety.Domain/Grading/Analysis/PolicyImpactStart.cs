using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Where the question starts who would move under a draft (标准影响测算).</summary>
public static class PolicyImpact
{
    /// <summary>Who would move from the standing grades, which stay as they are.</summary>
    /// <param name="standing">The standing grades: <c>book.Grades</c>. Rows that nobody graded yet would enter, and do not move.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="options">How to grade; null for <see cref="GradingOptions.Default"/>.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    /// <exception cref="ArgumentException">The table has no column for a fact that the draft reads, or the draft orders other grades.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PolicyImpact<TGrade> On<TGrade>(
        GradeSheet<TGrade> standing, Grader<TGrade> draft, GradingOptions? options = null) where TGrade : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(draft);
        draft.Policy.RequireColumns(standing.Table.Schema);
        draft.Policy.RequireSameScale(standing.Scale, nameof(draft));
        return Regrade(standing.Copy(), draft, options);
    }

    /// <summary>Who would move if one policy took the place of another.</summary>
    /// <param name="table">The entities: <c>register.Facts</c>, or a table of the user's own.</param>
    /// <param name="old">The policy as it is.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="options">How to grade; null for <see cref="GradingOptions.Default"/>.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    /// <exception cref="ArgumentException">The table has no column for a fact that a policy reads, or the draft orders other grades.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PolicyImpact<TGrade> Between<TGrade>(
        FactTable table, Grader<TGrade> old, Grader<TGrade> draft, GradingOptions? options = null) where TGrade : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(draft);
        draft.Policy.RequireColumns(table.Schema);
        draft.Policy.RequireSameScale(old.Policy.Scale, nameof(draft));
        return Regrade(old.Grade(table, options), draft, options);
    }

    private static PolicyImpact<TGrade> Regrade<TGrade>(
        GradeSheet<TGrade> own, Grader<TGrade> draft, GradingOptions? options) where TGrade : struct, Enum
    {
        var tally = new GradePass<TGrade>(draft, own, options ?? GradingOptions.Default, LaneWidths.Best).GradeAll();
        return new PolicyImpact<TGrade>(draft.Policy, own.Table, tally);
    }
}
