namespace FoodSafety.Domain.Inspections;

/// <summary>How an item of the list turned out (项目检查结果).</summary>
/// <remarks>
/// It says nothing of the consequence: that is the <see cref="InspectionOutcome"/> of the whole. Zero, the default, is not answered.
/// Names are in <see cref="ItemResults"/>.
/// </remarks>
public enum ItemResult : byte
{
    /// <summary>In order (符合).</summary>
    Met = 1,

    /// <summary>Not in order (不符合).</summary>
    NotMet = 2,

    /// <summary>The business has nothing to which the item could apply (不适用).</summary>
    NotApplicable = 3,
}
