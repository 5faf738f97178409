using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>How an item of the list turned out (项目检查结果).</summary>
/// <remarks>
/// It says nothing of the consequence: that is the <see cref="InspectionOutcome"/> of the whole. Zero, the default, is not answered.
/// </remarks>
public enum ItemResult : byte
{
    /// <summary>In order (符合).</summary>
    [BilingualName("符合", "met")]
    Met = 1,

    /// <summary>Not in order (不符合).</summary>
    [BilingualName("不符合", "not met")]
    NotMet = 2,

    /// <summary>The business has nothing to which the item could apply (不适用).</summary>
    [BilingualName("不适用", "not applicable")]
    NotApplicable = 3,
}
