using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Why an assignment was refused (人工定级驳回原因).</summary>
/// <remarks>The default value 0 is no reason.</remarks>
public enum AssignmentRefusal
{
    /// <summary>The row has another of the same kind in the same days (期间重叠).</summary>
    [BilingualName("期间重叠", "overlapping days")]
    Overlaps = 1,

    /// <summary>The row has a computed grade, so none can be provisional (已有分级结果).</summary>
    [BilingualName("已有分级结果", "already graded")]
    AlreadyGraded = 2,

    /// <summary>It cannot be ended early, for it is over (已到期).</summary>
    [BilingualName("已到期", "over")]
    IsOver = 3,
}
