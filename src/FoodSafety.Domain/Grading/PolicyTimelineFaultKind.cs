namespace FoodSafety.Domain.Grading;

/// <summary>What can be wrong with a timeline of policy versions (沿革差错类型).</summary>
/// <remarks>The default value 0 is no fault. That a single version is in force never, the policy itself refuses when it is built.</remarks>
public enum PolicyTimelineFaultKind
{
    /// <summary>There is no version (没有版本).</summary>
    NoVersion = 1,

    /// <summary>A version has another key than the first (标准编号不同).</summary>
    OtherPolicy = 2,

    /// <summary>A version orders other grades than the first (等级序列不同).</summary>
    OtherScale = 3,

    /// <summary>Two versions have the same name (版本号重复).</summary>
    SameVersion = 4,

    /// <summary>There are days between two versions (空档).</summary>
    Gap = 5,

    /// <summary>There are days on which two versions would be in force (重叠).</summary>
    Overlap = 6,
}
