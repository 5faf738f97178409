using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Formats;
using NodaTime;
using Wenjiang.Responsibility;

namespace Wenjiang;

/// <summary>Where everything that is done in the district is entered: who did what on which day. Each entry is on the disk before it counts.</summary>
internal sealed class Desk(JournaledDistrict kept)
{
    private static readonly Duration OpensAt = Duration.FromHours(8);

    public District District => kept.District;

    /// <summary>Enters what somebody did on a day, all of it or nothing.</summary>
    /// <remarks>The clock of this sample is the day of what is entered; a real one is that of the store.</remarks>
    /// <param name="on">The day.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="acts">What was done.</param>
    public Consequences Do(LocalDate on, string by, params IEnumerable<Act> acts) => Do(on, null, by, acts);

    /// <summary>Enters what somebody did at a time of a day.</summary>
    public Consequences Do(LocalDate on, LocalTime? time, string by, params IEnumerable<Act> acts)
    {
        var opened = SampleDays.Calendar.Zone.AtStartOfDay(on).ToInstant() + OpensAt;
        var at = time is { } known ? (on + known).InZoneStrictly(SampleDays.Calendar.Zone).ToInstant() : opened;
        at = Instant.Max(at, District.RecordedUpTo);
        if (on > District.Today && District.Version > 0)
        {
            // What turned since the last entry is taken by the night, before anybody comes.
            kept.Apply(new Stamp(Offices.FoodSafety, on, Instant.Max(opened, District.RecordedUpTo)), new DayBegan());
        }

        return kept.Apply(new Stamp(by, on, at) { Time = time }, acts);
    }
}
