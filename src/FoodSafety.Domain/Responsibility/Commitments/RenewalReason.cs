namespace FoodSafety.Domain.Responsibility;

/// <summary>Why a commitment is due (承诺书待办原因).</summary>
/// <remarks>The default value 0 is no reason. Names are in <see cref="RenewalReasons"/>.</remarks>
public enum RenewalReason
{
    /// <summary>The cadre answers for businesses and has no standing commitment: it is to be signed (待签订).</summary>
    NotSigned = 1,

    /// <summary>The standing commitment names others than the cadre answers for: it is to be renewed (待续签).</summary>
    BusinessesChanged = 2,

    /// <summary>The cadre answers for no business any more: it is to be ended (待终止).</summary>
    NoBusinesses = 3,
}
