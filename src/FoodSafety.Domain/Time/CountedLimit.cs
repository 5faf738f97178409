using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>A limit with the end that was told of it.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Told">The last moment that was told to be in time.</param>
public readonly record struct CountedLimit(TimeLimit Limit, [property: JsonConverter(typeof(IsoTimeJsonConverter))] OffsetDateTime Told);
