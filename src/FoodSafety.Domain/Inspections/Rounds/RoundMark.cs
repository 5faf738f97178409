using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>A task of a round was done at a business (完成登记).</summary>
/// <param name="Row">The row of the business in the register.</param>
/// <param name="Task">What was done.</param>
/// <param name="On">The day.</param>
/// <param name="By">Who did it: a key in the user's platform.</param>
public readonly record struct RoundMark(int Row, RoundTask Task, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate On, string By)
{
    /// <summary>Who did it: a key in the user's platform.</summary>
    public string By { get; init => field = TextRule.Key.Check(value, nameof(By)); } = TextRule.Key.Check(By, nameof(By));
}
