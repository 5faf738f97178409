using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Where a recall stands (召回状态).</summary>
/// <remarks>The default value 0 is no state.</remarks>
public enum RecallState
{
    /// <summary>The risk is known, the recall has not begun (已知悉风险).</summary>
    [BilingualName("已知悉风险", "risk known")]
    Known = 1,

    /// <summary>The bureau has ordered the recall, the business has not begun it (已责令召回).</summary>
    [BilingualName("已责令召回", "ordered")]
    Ordered = 2,

    /// <summary>It has begun and is under way; <see cref="Recall.PublishedAt"/> says whether the notice is out (召回中).</summary>
    [BilingualName("召回中", "started")]
    Started = 3,

    /// <summary>The business has reported that it is done (已报告).</summary>
    [BilingualName("已报告", "reported")]
    Reported = 4,

    /// <summary>The bureau has assessed it as sufficient; the end (评价通过).</summary>
    [BilingualName("评价通过", "assessed")]
    Assessed = 5,
}
