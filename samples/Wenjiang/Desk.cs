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
    public Consequences Do(LocalDate on, string by, params IEnumerable<Act> acts)
    {
        var opened = SampleDays.Calendar.Zone.AtStartOfDay(on).ToInstant() + OpensAt;
        var at = Instant.Max(opened, district.RecordedUpTo);
        if (on > district.Today && district.Version > 0)
        {
            // What turned since the last entry is taken by the night, before anybody comes.
            district.Apply(new Stamp(Offices.FoodSafety, on, at), new DayBegan());
        }

        var consequences = district.Apply(new Stamp(by, on, at), acts);
        district.Kept(district.Version);
        return consequences;
    }
}
