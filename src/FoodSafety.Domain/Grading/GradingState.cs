using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

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
