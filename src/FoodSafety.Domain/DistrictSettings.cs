using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
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

    /// <summary>The conditions in code that policies use, no two with the same key.</summary>
    public ItemList<CustomCondition> Conditions { get; init; }

    /// <summary>The zone that makes a day of an instant.</summary>
    public DateTimeZone Zone { get; init; } = ChinaTime.Zone;
}
