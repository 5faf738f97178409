using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain;

/// <summary>What only code can say of a district; whatever decides about its past is an act.</summary>
/// <param name="Areas">The areas.</param>
/// <param name="Calendar">Which days are worked; in China <see cref="WorkingCalendar.China"/>.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DistrictSettings(AreaTree Areas, WorkingCalendar Calendar)
{
    /// <summary>The facts that businesses have.</summary>
    public FactSchema Schema { get; init; } = BusinessFacts.Schema;

    /// <summary>What the district asks of its rectifications.</summary>
    public RectificationRules Rectifications { get; init; } = new();

    /// <summary>The zone that makes a day of an instant.</summary>
    public DateTimeZone Zone { get; init; } = ChinaTime.Zone;
}
