using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>How grave what a recall is for is (召回等级): class I is the gravest.</summary>
/// <remarks>The default value 0 is no class.</remarks>
public enum RecallClass
{
    /// <summary>Grave harm to health or death, happened or possible (一级).</summary>
    [BilingualName("一级召回", "class I recall")]
    I = 1,

    /// <summary>Ordinary harm to health, happened or possible (二级).</summary>
    [BilingualName("二级召回", "class II recall")]
    II = 2,

    /// <summary>False labels (三级).</summary>
    [BilingualName("三级召回", "class III recall")]
    III = 3,
}
