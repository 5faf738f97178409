using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>That somebody learnt of an incident (知悉), which starts the clocks of reporting.</summary>
/// <param name="Party">Who.</param>
/// <param name="Since">Since when.</param>
public readonly record struct IncidentNotice(IncidentParty Party, [property: JsonConverter(typeof(IsoTimeJsonConverter))] Instant Since);

/// <summary>A report on an incident (事故报告). The default value is no report and is refused where one is recorded.</summary>
/// <param name="From">Who reported.</param>
/// <param name="To">To whom.</param>
/// <param name="Stage">Which report it was.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="InWriting">True when it was sent in writing (书面); false by telephone, or where nobody said.</param>
public readonly record struct IncidentReport(
    IncidentParty From, IncidentParty To, ReportStage Stage, [property: JsonConverter(typeof(IsoTimeJsonConverter))] Instant SentAt, bool InWriting = false);
