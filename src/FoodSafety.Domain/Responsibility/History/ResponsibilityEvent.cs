using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A step of a business went to another cadre (责任变更): who, from whom, why, when, and by whom.</summary>
/// <param name="Change">The row, the step, who had it and who has it, and why.</param>
/// <param name="On">The day from which it holds.</param>
/// <param name="By">Who recorded it: a key in the user's platform.</param>
public readonly record struct ResponsibilityEvent(ChainChange Change, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate On, string By);
