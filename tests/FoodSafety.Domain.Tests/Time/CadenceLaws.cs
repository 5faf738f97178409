using CsCheck;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

/// <summary>Periods never overlap, cover every day (or every working day), and are chained both ways.</summary>
public class CadenceLaws
{
    private static readonly WorkingCalendar China = WorkingCalendar.China;
    private static readonly Gen<Cadence> Cadences = Gen.Int[0, Cadence.All.Length - 1].Select(index => Cadence.All[index]);
    private static readonly Gen<LocalDate> Days = Gen.Int[400, 7900].Select(day => new LocalDate(2004, 1, 1).PlusDays(day));
    private static readonly Gen<DateInterval> Intervals =
        Gen.Select(Days, Gen.Int[0, 800], (start, length) => new DateInterval(start, LocalDate.Min(start.PlusDays(length), new LocalDate(2025, 12, 31))));

    [Fact]
    public void FindPeriod_AnyDay_ContainsItAndEveryDayOfItHasTheSamePeriod() =>
        Gen.Select(Cadences, Days).Sample((cadence, date) => cadence.FindPeriod(date, China) is { } period
            ? period.Contains(date)
                && !period.Contains(period.First.PlusDays(-1))
                && !period.Contains(period.Last.PlusDays(1))
                && period.Interval.All(day => cadence.FindPeriod(day, China) == period)
            : cadence == Cadence.WorkingDay && !China.IsWorkingDay(date));

    [Fact]
    public void PeriodAfterAndBefore_AnyPeriod_AreInverse() =>
        Gen.Select(Cadences, Days).Sample((cadence, date) =>
        {
            var next = cadence.PeriodAfter(date, China);
            var previous = cadence.PeriodBefore(next.First, China);
            return next.First > date && previous.Last < next.First && cadence.PeriodAfter(previous.Last, China) == next;
        });

    [Fact]
    public void PeriodAfter_PeriodOfTheCalendar_LeavesNoDayBetween() =>
        Gen.Select(Cadences.Where(cadence => cadence is CalendarCadence), Days).Sample((cadence, date) =>
            cadence.PeriodAfter(date, China).First == cadence.FindPeriod(date, China)!.Value.Last.PlusDays(1));

    [Fact]
    public void PeriodsOverlapping_AnyInterval_AreThePeriodsOfItsDays() =>
        Gen.Select(Cadences, Intervals).Sample((cadence, interval) =>
            cadence.PeriodsOverlapping(interval, China)
                .SequenceEqual(interval.Select(day => cadence.FindPeriod(day, China)).OfType<CadencePeriod>().Distinct()));

    [Fact]
    public void PeriodsWithin_AnyInterval_AreTheOverlappingOnesThatLieInIt() =>
        Gen.Select(Cadences, Intervals).Sample((cadence, interval) =>
            cadence.PeriodsWithin(interval, China)
                .SequenceEqual(cadence.PeriodsOverlapping(interval, China).Where(period => interval.Contains(period.Interval))));

    [Fact]
    public void Label_DifferentPeriodsOfACadence_Differ()
    {
        var years = new DateInterval(new LocalDate(2004, 1, 1), new LocalDate(2026, 12, 31));

        Assert.All(Cadence.All, cadence =>
        {
            var periods = cadence.PeriodsOverlapping(years, China);
            Assert.Equal(periods.Length, periods.Select(period => period.Label).Distinct().Count());
        });
    }
}
