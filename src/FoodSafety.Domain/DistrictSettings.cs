using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.SelfControl;
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

    /// <summary>The zone that makes a day of an instant.</summary>
    public DateTimeZone Zone { get; init; } = ChinaTime.Zone;

    /// <summary>Who may make which record of self-control, and how often it is due; one for each kind, those of Order 60 unless stated.</summary>
    /// <exception cref="ArgumentException">A kind has no duty, or two.</exception>
    public ItemList<SelfControlDuty> RecordDuties
    {
        get;
        init => field = value.Select(duty => duty.Kind).Order().SequenceEqual(SelfControlDuties.All.Select(duty => duty.Kind))
            ? value
            : throw new ArgumentException("Allowed: one duty for each kind of record.", nameof(RecordDuties));
    } = SelfControlDuties.All;
}
