using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A business operated on some days, or did not (营业状态登记): on days out of operation it owes no record.</summary>
/// <param name="Business">The business.</param>
/// <param name="Term">The days.</param>
/// <param name="IsOperating">True when it operated on them.</param>
/// <param name="By">Who says so: a key in the user's platform.</param>
/// <param name="On">The day on which it was said.</param>
public sealed record OperationMark(BusinessId Business, Term Term, bool IsOperating, string By, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate On)
{
    /// <summary>Who says so: a key in the user's platform.</summary>
    public string By { get; init => field = TextRule.Key.Check(value, nameof(By)); } = TextRule.Key.Check(By, nameof(By));
}
