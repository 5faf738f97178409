using FoodSafety.Domain.Businesses;

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
