using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>Whose person holds a post at a business (任职单位): that of the business, or that of the unit whose canteen it runs.</summary>
/// <remarks>
/// A contractor's canteen may need two directors, one of the contractor and one of the school: the "double director" (双总监).
/// Zero, the default, is neither.
/// </remarks>
public enum PostEmployer : byte
{
    /// <summary>The business itself, which holds the licence (经营者).</summary>
    [BilingualName("经营者", "the business")]
    Business = 1,

    /// <summary>The school or kindergarten that contracted its canteen out (发包的学校、幼儿园).</summary>
    [BilingualName("发包单位", "the contracting unit")]
    ContractingUnit = 2,
}
