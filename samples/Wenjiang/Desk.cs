using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using NodaTime;
using Wenjiang.Responsibility;

namespace Wenjiang;

/// <summary>Where everything that is done in the district is entered: who did what on which day.</summary>
internal sealed class Desk(District district)
{
    private static readonly Duration OpensAt = Duration.FromHours(8);

    public District District => district;

    /// <summary>Enters what somebody did on a day, all of it or nothing.</summary>
    /// <remarks>The clock of this sample is the day of what is entered; a real one is that of the store.</remarks>
    public Consequences Do(LocalDate on, string by, params IEnumerable<Act> acts) =>
        Do(on, null, SampleDays.Calendar.Zone.AtStartOfDay(on).ToInstant() + OpensAt, by, acts);

    /// <summary>Enters what somebody did at a moment, for what is counted in hours.</summary>
    public Consequences Do(Instant at, string by, params IEnumerable<Act> acts)
    {
        var local = at.InZone(SampleDays.Calendar.Zone);
        return Do(local.Date, local.TimeOfDay, at, by, acts);
    }

    private Consequences Do(LocalDate on, LocalTime? time, Instant earliest, string by, IEnumerable<Act> acts)
    {
        var at = Instant.Max(earliest, district.RecordedUpTo);
        if (on > district.Today && district.Version > 0)
        {
            // What turned since the last entry is taken by the night, before anybody comes.
            district.Apply(new Stamp(Offices.FoodSafety, on, at), new DayBegan());
        }

        var consequences = district.Apply(new Stamp(by, on, at) { Time = time }, acts);
        district.Kept(district.Version);
        return consequences;
    }
}
