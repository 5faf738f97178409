using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

/// <summary>A day is the same day in whatever calendar it is written.</summary>
public class IsoDatesTests
{
    private static readonly CalendarSystem[] Others = [CalendarSystem.Julian, CalendarSystem.Gregorian, CalendarSystem.Coptic, CalendarSystem.HebrewCivil, CalendarSystem.PersianSimple];

    public static TheoryData<string> Calendars => [.. Others.Select(calendar => calendar.Id)];

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Days_OfAnotherCalendar_AreReadAsTheDaysTheyAre(string id)
    {
        var other = CalendarSystem.ForId(id);
        var calendar = WorkingCalendar.China;
        for (var day = new LocalDate(2026, 1, 20); day < new LocalDate(2026, 3, 10); day = day.PlusDays(1))
        {
            var same = day.WithCalendar(other);

            Assert.Equal(calendar.IsWorkingDay(day), calendar.IsWorkingDay(same));
            Assert.Equal(calendar.FindHoliday(day), calendar.FindHoliday(same));
            Assert.Equal(calendar.AddWorkingDays(day, 5), calendar.AddWorkingDays(same, 5));
            Assert.Equal(day, calendar.AddWorkingDays(same, 0));
            Assert.Equal(calendar.WorkingDaysBetween(day, day.PlusDays(9)), calendar.WorkingDaysBetween(same, day.PlusDays(9)));
            Assert.Equal(Cadence.Month.PeriodOf(day), Cadence.Month.PeriodOf(same));
            Assert.Equal(Cadence.Week.PeriodOf(day), Cadence.Week.PeriodOf(same));
            Assert.Equal(Cadence.Day.PeriodOf(day), Cadence.Day.PeriodOf(same));
            Assert.True(Cadence.Month.PeriodOf(day).Contains(same));
            Assert.Equal(new Term(day), new Term(same));
            Assert.Equal(new Term(day, day.PlusDays(1)), new Term(same) with { Until = same.PlusDays(1) });
            Assert.True(new Term(day).Contains(same));
        }
    }
}
