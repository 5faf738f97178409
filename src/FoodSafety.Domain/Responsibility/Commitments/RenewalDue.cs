using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A commitment that is to be signed, renewed or ended (承诺书待办), and what changed since it was signed.</summary>
/// <param name="Cadre">The cadre.</param>
/// <param name="Standing">The standing commitment; null when there is none.</param>
/// <param name="Added">The businesses that the cadre answers for and that it does not name, in the order of their ids.</param>
/// <param name="Gone">The businesses that it names and that the cadre no longer answers for, in the order of their ids.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RenewalDue(CadreId Cadre, Commitment? Standing, ItemList<BusinessId> Added, ItemList<BusinessId> Gone)
{
    /// <summary>What is to be done, and so why.</summary>
    public RenewalReason Reason =>
        Standing is null ? RenewalReason.NotSigned
        : Added.IsEmpty && Gone.Length == Standing.Businesses.Length ? RenewalReason.NoBusinesses
        : RenewalReason.BusinessesChanged;
}

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
