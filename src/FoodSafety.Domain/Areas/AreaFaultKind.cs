using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Areas;

/// <summary>Why a row cannot stand in an area tree (区划名录差错).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum AreaFaultKind
{
    /// <summary>The code is not 2, 4, 6, 9 or 12 digits (代码格式错误).</summary>
    [BilingualName("代码格式错误", "malformed code")]
    MalformedCode = 1,

    /// <summary>The code leaves out a level that cannot be left out, as a village under no town (层级缺失).</summary>
    [BilingualName("层级缺失", "skipped level")]
    SkippedLevel = 2,

    /// <summary>There is no name (名称缺失).</summary>
    [BilingualName("名称缺失", "missing name")]
    MissingName = 3,

    /// <summary>An earlier row has the same code (代码重复).</summary>
    [BilingualName("代码重复", "duplicate code")]
    DuplicateCode = 4,

    /// <summary>The area directly above is not in the list (上级缺失).</summary>
    [BilingualName("上级缺失", "no area above")]
    Orphan = 5,

    /// <summary>The name is there and breaks <see cref="TextRule.Name"/> (名称不合规则).</summary>
    [BilingualName("名称不合规则", "wrong name")]
    WrongName = 6,
}
