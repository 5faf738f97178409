using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>What can be wrong with a timeline of policy versions (沿革差错类型).</summary>
/// <remarks>The default value 0 is no fault. That a single version is in force never, the policy itself refuses when it is built.</remarks>
public enum PolicyTimelineFaultKind
{
    /// <summary>There is no version (没有版本).</summary>
    [BilingualName("没有版本", "no version")]
    NoVersion = 1,

    /// <summary>A version has another key than the first (标准编号不同).</summary>
    [BilingualName("标准编号不同", "another policy")]
    OtherPolicy = 2,

    /// <summary>A version orders other grades than the first (等级序列不同).</summary>
    [BilingualName("等级序列不同", "another order of grades")]
    OtherScale = 3,

    /// <summary>Two versions have the same name (版本号重复).</summary>
    [BilingualName("版本号重复", "same version twice")]
    SameVersion = 4,

    /// <summary>There are days between two versions (空档).</summary>
    [BilingualName("空档", "gap")]
    Gap = 5,

    /// <summary>There are days on which two versions would be in force (重叠).</summary>
    [BilingualName("重叠", "overlap")]
    Overlap = 6,
}
