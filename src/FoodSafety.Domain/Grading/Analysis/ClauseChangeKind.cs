using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>What became of a clause from one version of a policy to the next (条款变动).</summary>
/// <remarks>The default value 0 is no change and does not occur.</remarks>
public enum ClauseChangeKind
{
    /// <summary>The new version has it, the old one has not (新增).</summary>
    [BilingualName("新增", "added")]
    Added = 1,

    /// <summary>The old version has it, the new one has not (删除).</summary>
    [BilingualName("删除", "removed")]
    Removed = 2,

    /// <summary>Its grade, steps or condition are others, or it became a clause of another kind (修改).</summary>
    [BilingualName("修改", "changed")]
    Changed = 3,

    /// <summary>Only its title or its basis are others (文字修改).</summary>
    [BilingualName("文字修改", "reworded")]
    Reworded = 4,
}
