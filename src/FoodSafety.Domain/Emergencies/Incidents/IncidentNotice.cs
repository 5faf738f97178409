using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>That somebody learnt of an incident (知悉), which starts the clocks of reporting.</summary>
/// <param name="Party">Who.</param>
/// <param name="Since">Since when.</param>
public readonly record struct IncidentNotice(IncidentParty Party, [property: JsonConverter(typeof(IsoTimeJsonConverter))] Instant Since);
