using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain;

/// <summary>What only code can say of a district; whatever decides about its past is an act.</summary>
/// <param name="Areas">The areas.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DistrictSettings(AreaTree Areas)
{
    /// <summary>The facts that businesses have.</summary>
    public FactSchema Schema { get; init; } = BusinessFacts.Schema;

    /// <summary>
    /// The sheets by which points are given, one of an id; none unless stated. What was given stands as it is when a sheet changes, and a score is asked for
    /// with the sheet that it goes by.
    /// </summary>
    public ItemList<ScoreSheet> ScoreSheets { get; init; }

    /// <summary>The facts that incidents state, and policies of incident grades ask for.</summary>
    public FactSchema IncidentSchema { get; init; } = IncidentFacts.Schema;

    /// <summary>The zone that makes a day of an instant.</summary>
    public DateTimeZone Zone { get; init; } = ChinaTime.Zone;
}
