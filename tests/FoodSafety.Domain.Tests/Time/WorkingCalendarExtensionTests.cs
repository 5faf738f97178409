using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

/// <summary>Years added by a user, and calendars of a user's own.</summary>
public class WorkingCalendarExtensionTests
{
    private static readonly BilingualText NewYear = ("元旦", "New Year's Day");
    private static readonly CalendarDay Friday = new(new LocalDate(2027, 1, 1), NewYear, CalendarDayKind.Holiday);
    private static readonly CalendarDay Sunday = new(new LocalDate(2027, 1, 3), NewYear, CalendarDayKind.MakeUpWorkday);

    [Fact]
    public void With_NextYear_KnowsItAndKeepsTheRest()
    {
        var extended = WorkingCalendar.China.With(2027, [Sunday, Friday]);

        Assert.Equal((2004, 2027), (extended.FirstYear, extended.LastYear));
        Assert.Equal([Friday, Sunday], extended.DaysOf(2027));
        Assert.Equal(NewYear, extended.FindHoliday(Friday.Date));
        Assert.Equal(Sunday.Date, extended.AddWorkingDays(new LocalDate(2026, 12, 31), 1));
        Assert.Equal(WorkingCalendar.China.DaysOf(2026), extended.DaysOf(2026));
        Assert.Equal(2026, WorkingCalendar.China.LastYear);
    }

    [Fact]
    public void With_YearBeforeTheFirst_KnowsIt()
    {
        var extended = WorkingCalendar.China.With(2003, []);

        Assert.Equal(2003, extended.FirstYear);
        Assert.Equal(new LocalDate(2003, 12, 31), extended.AddWorkingDays(new LocalDate(2004, 1, 2), -1));
    }

    [Fact]
    public void With_KnownYear_ReplacesItsDays()
    {
        var amended = new CalendarDay(new LocalDate(2026, 12, 27), NewYear, CalendarDayKind.MakeUpWorkday);

        var calendar = WorkingCalendar.China.With(2026, [.. WorkingCalendar.China.DaysOf(2026), amended]);

        Assert.True(calendar.IsWorkingDay(amended.Date));
        Assert.Equal(WorkingCalendar.China.DaysOf(2026).Length + 1, calendar.DaysOf(2026).Length);
        Assert.Equal(2026, calendar.LastYear);
    }

    [Theory]
    [InlineData(2002)]
    [InlineData(2028)]
    public void With_YearThatLeavesAGap_IsRefused(int year)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => WorkingCalendar.China.With(year, []));

        Assert.StartsWith("Allowed: 2003 to 2027.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(year, refusal.ActualValue);
    }

    [Fact]
    public void With_DayThatDoesNotFit_IsRefusedByName()
    {
        Assert.Equal("2026-12-31 is not a day of 2027. (Parameter 'days')", Refuse(Friday with { Date = new LocalDate(2026, 12, 31) }));
        Assert.Equal("2027-01-01 is given twice. (Parameter 'days')", Refuse(Friday));
        Assert.Equal(
            "2027-01-04 has no kind: Holiday (1) and MakeUpWorkday (2) are allowed. (Parameter 'days')",
            Refuse(new CalendarDay(new LocalDate(2027, 1, 4), NewYear, default)));
        Assert.Equal(
            "2027-01-04 is a working day by its weekday and cannot be made one. (Parameter 'days')",
            Refuse(Sunday with { Date = new LocalDate(2027, 1, 4) }));

        static string Refuse(CalendarDay day) =>
            Assert.Throws<ArgumentException>(() => WorkingCalendar.China.With(2027, [Friday, day])).Message;
    }

    [Fact]
    public void Constructor_CalendarOfAnotherCountry_HasItsOwnWeekendAndZone()
    {
        var foundingDay = new CalendarDay(new LocalDate(2026, 2, 22), ("建国日", "Founding Day"), CalendarDayKind.Holiday);
        var zone = DateTimeZone.ForOffset(Offset.FromHours(3));

        var calendar = new WorkingCalendar([IsoDayOfWeek.Saturday, IsoDayOfWeek.Friday], 2026, 2026, [foundingDay], zone);

        Assert.Equal([IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday], calendar.Weekend);
        Assert.Equal(new LocalDate(2026, 2, 23), calendar.AddWorkingDays(new LocalDate(2026, 2, 19), 1)); // over Friday, Saturday and the Sunday off
        Assert.Same(zone, calendar.Zone);
        Assert.Null(calendar.Basis);
    }

    [Fact]
    public void Constructor_DayOutsideTheYears_IsRefused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new WorkingCalendar([], 2025, 2026, [Friday], ChinaTime.Zone));

        Assert.Equal("2027-01-01 is outside the years 2025 to 2026. (Parameter 'days')", refusal.Message);
    }

    [Fact]
    public void Constructor_BadRangeOrWeekend_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("firstYear", () => new WorkingCalendar([], 0, 2026, [], ChinaTime.Zone));
        Assert.Throws<ArgumentOutOfRangeException>("lastYear", () => new WorkingCalendar([], 2026, 2025, [], ChinaTime.Zone));
        Assert.Throws<ArgumentOutOfRangeException>("lastYear", () => new WorkingCalendar([], 2026, 10000, [], ChinaTime.Zone));
        Assert.Throws<ArgumentOutOfRangeException>("weekend", () => new WorkingCalendar([IsoDayOfWeek.None], 2026, 2026, [], ChinaTime.Zone));
    }
}
