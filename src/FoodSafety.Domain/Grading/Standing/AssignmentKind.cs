using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>What a grade that somebody set is for (人工定级类型).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum AssignmentKind
{
    /// <summary>It stands in place of the computed grade (人工调整).</summary>
    [BilingualName("人工调整", "override")]
    Override = 1,

    /// <summary>It stands until there is a computed grade (暂定等级).</summary>
    [BilingualName("暂定等级", "provisional grade")]
    Provisional = 2,
}
