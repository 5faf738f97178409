using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>The cadence of the working days: each is a period, and the days between them belong to none.</summary>
internal sealed class WorkingDayCadence : Cadence
{
    public WorkingDayCadence()
        : base("working-day", ("每个工作日", "every working day"))
    {
    }

    public override CadencePeriod? FindPeriod(LocalDate date, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.IsWorkingDay(date) ? PeriodOn(date, calendar) : null;
    }

    public override CadencePeriod PeriodAfter(LocalDate date, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return PeriodOn(calendar.AddWorkingDays(date, 1), calendar);
    }

    public override CadencePeriod PeriodBefore(LocalDate date, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return PeriodOn(calendar.AddWorkingDays(date, -1), calendar);
    }

    public override ImmutableArray<CadencePeriod> PeriodsOverlapping(DateInterval interval, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var days = calendar.WorkingDaysIn(interval);
        var periods = ImmutableArray.CreateBuilder<CadencePeriod>(days.Length);
        foreach (var day in days)
        {
            periods.Add(PeriodOn(day, calendar));
        }

        return periods.MoveToImmutable();
    }

    public override ImmutableArray<CadencePeriod> PeriodsWithin(DateInterval interval, WorkingCalendar calendar) =>
        PeriodsOverlapping(interval, calendar);

    internal override BilingualText LabelOf(LocalDate first) => CalendarCadence.DayLabel(first);

    private CadencePeriod PeriodOn(LocalDate day, WorkingCalendar calendar) => new(this, day, day) { ProvisionalBy = calendar.FindProvisionalBasis(day) };
}
