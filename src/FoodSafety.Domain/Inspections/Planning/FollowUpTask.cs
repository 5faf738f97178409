using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>A business that has to be looked at again by a day (复查任务): what was ordered must have been put right.</summary>
/// <param name="Business">The business.</param>
/// <param name="Kind">What kind of inspection is to follow; any of that kind settles it.</param>
/// <param name="From">The first day on which an inspection settles it, inclusive.</param>
/// <param name="Deadline">The last day, inclusive: the deadline that was set, already moved to a working day where its rule says so.</param>
/// <param name="Reason">Why, in both languages.</param>
public readonly record struct FollowUpTask(BusinessId Business, InspectionKind Kind, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate From, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate Deadline, BilingualText Reason)
{
    /// <summary>The law by which the deadline was computed while no notice confirms it (暂定依据); null when it is sure.</summary>
    public Citation? ProvisionalBy { get; init; }
}
