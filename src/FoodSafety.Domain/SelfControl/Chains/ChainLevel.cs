using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A level of a chain of shops (连锁层级), the headquarters first.</summary>
/// <remarks>Zero, the default, is no level.</remarks>
public enum ChainLevel : byte
{
    /// <summary>The headquarters (企业总部).</summary>
    [BilingualName("企业总部", "headquarters")]
    Headquarters = 1,

    /// <summary>A branch that runs shops for it (分支机构).</summary>
    [BilingualName("分支机构", "branch")]
    Branch = 2,

    /// <summary>A shop (门店).</summary>
    [BilingualName("门店", "shop")]
    Shop = 3,
}
