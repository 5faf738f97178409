namespace FoodSafety.Domain.Rectifications;

/// <summary>How grave what a recall is for is (召回等级): class I is the gravest.</summary>
/// <remarks>The default value 0 is no class.</remarks>
public enum RecallClass
{
    /// <summary>Grave harm to health or death, happened or possible (一级).</summary>
    I = 1,

    /// <summary>Ordinary harm to health, happened or possible (二级).</summary>
    II = 2,

    /// <summary>False labels (三级).</summary>
    III = 3,
}
