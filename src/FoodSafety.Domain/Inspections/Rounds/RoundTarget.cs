using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>A stage of a round (阶段目标): the share of the businesses to be covered by a day.</summary>
/// <param name="By">The last day, inclusive.</param>
/// <param name="Share">The share, above 0 and up to 1.</param>
public readonly record struct RoundTarget([property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate By, decimal Share);
