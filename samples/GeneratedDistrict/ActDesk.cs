using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using GeneratedDistrict.Responsibility;
using NodaTime;

namespace GeneratedDistrict;

/// <summary>Where everything that is done in the generated district is entered: who did what on which day. Each sample keeps the entries in its own way.</summary>
public abstract class ActDesk
{
    private static readonly Duration OpensAt = Duration.FromHours(8);

    public abstract District District { get; }

    /// <summary>Enters what somebody did on a day, all of it or nothing.</summary>
    /// <remarks>The clock of these samples is the day of what is entered; a real one is that of the store.</remarks>
    /// <param name="on">The day.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="acts">What was done.</param>
    public Consequences Do(LocalDate on, string by, params IEnumerable<Act> acts) => Do(on, null, by, acts);

    /// <summary>Enters what somebody did at a time of a day.</summary>
    public Consequences Do(LocalDate on, LocalTime? time, string by, params IEnumerable<Act> acts)
    {
        if (on > District.Today && District.Version > 0)
        {
            Begin(on);
        }

        return Enter(StampOf(on, by, time), acts);
    }

    /// <summary>What stands on whatever somebody enters on a day, at a time where it has one.</summary>
    public Stamp StampOf(LocalDate on, string by, LocalTime? time = null)
    {
        var at = time is { } known ? (on + known).InZoneStrictly(SampleDays.Calendar.Zone).ToInstant() : OpeningOf(on);
        return new Stamp(by, on, Instant.Max(at, District.RecordedUpTo)) { Time = time };
    }

    /// <summary>Begins a day: what turned since the last entry is taken by the night, before anybody comes.</summary>
    public Consequences Begin(LocalDate day) => Enter(new Stamp(Offices.FoodSafety, day, Instant.Max(OpeningOf(day), District.RecordedUpTo)), new DayBegan());

    /// <summary>Takes acts, all of them or nothing, and keeps the entry.</summary>
    protected abstract Consequences Enter(Stamp stamp, params IEnumerable<Act> acts);

    private static Instant OpeningOf(LocalDate day) => SampleDays.Calendar.Zone.AtStartOfDay(day).ToInstant() + OpensAt;
}
