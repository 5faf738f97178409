using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A plan was recorded in a history (包保方案已登记).</summary>
/// <param name="Changes">What is with another cadre than before, by row and step.</param>
/// <param name="On">The day from which it holds.</param>
/// <param name="By">Who recorded it.</param>
public sealed record PlanRecorded(ItemList<ChainChange> Changes, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate On, string By)
{
    /// <summary>Who recorded it.</summary>
    public string By { get; init => field = TextRule.Key.Check(value, nameof(By)); } = TextRule.Key.Check(By, nameof(By));
}
