using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Why a commitment is due (承诺书待办原因).</summary>
/// <remarks>The default value 0 is no reason.</remarks>
public enum RenewalReason
{
    /// <summary>The cadre answers for businesses and has no standing commitment: it is to be signed (待签订).</summary>
    [BilingualName("待签订", "to be signed")]
    NotSigned = 1,

    /// <summary>The standing commitment names others than the cadre answers for: it is to be renewed (待续签).</summary>
    [BilingualName("待续签", "to be renewed")]
    BusinessesChanged = 2,

    /// <summary>The cadre answers for no business any more: it is to be ended (待终止).</summary>
    [BilingualName("待终止", "to be ended")]
    NoBusinesses = 3,
}
