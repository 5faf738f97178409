using FoodSafety.Domain.Businesses;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>What a log keeps of a record (留存记录): that it was made and what it found. The form itself stays with the business.</summary>
/// <param name="Business">The business.</param>
/// <param name="Kind">Daily control, weekly check or monthly meeting.</param>
/// <param name="Date">The day on which it was made.</param>
/// <param name="RisksFound">How many risks were found; 0 is a zero-risk report.</param>
public readonly record struct LoggedRecord(BusinessId Business, SelfControlKind Kind, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate Date, int RisksFound);
