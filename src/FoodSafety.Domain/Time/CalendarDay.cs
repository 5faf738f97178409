using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>One day that differs from what its weekday says: an entry of a yearly holiday notice (节假日安排).</summary>
/// <remarks>The default value has no kind and is refused by <see cref="WorkingCalendar"/>.</remarks>
/// <param name="Date">The day, in the ISO calendar.</param>
/// <param name="Name">The holiday it belongs to; for a make-up working day, the holiday it makes up for.</param>
/// <param name="Kind">Off, or worked.</param>
public readonly record struct CalendarDay([property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate Date, BilingualText Name, CalendarDayKind Kind);
