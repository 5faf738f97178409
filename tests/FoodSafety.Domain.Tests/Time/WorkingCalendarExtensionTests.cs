using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

/// <summary>Years added by a user, and calendars of a user's own.</summary>
public class WorkingCalendarExtensionTests
{
    private static readonly WorkingCalendar China = WorkingCalendar.China;
    private static readonly int Next = China.LastYear + 1;
    private static readonly BilingualText NewYear = ("元旦", "New Year's Day");
    private static readonly CalendarDay NewYearsDay = new(new LocalDate(Next, 1, 1), NewYear, CalendarDayKind.Holiday);
    private static readonly CalendarDay Sunday = new(
        new LocalDate(Next, 1, 1).With(DateAdjusters.Next(IsoDayOfWeek.Sunday)), NewYear, CalendarDayKind.MakeUpWorkday);

    private static readonly ImmutableArray<CalendarDay> Statutory =
        [.. HolidayRule.China[^1].DaysOf(Next).Select(day => day with { ProvisionalBy = null })];

    [Fact]
    public void With_NextYear_KnowsItAndKeepsTheRest()
    {
        var notice = Citation.Illustrative(("测试通知", "test notice"));

        var extended = China.With(Next, [Sunday, .. Statutory], notice);

        Assert.Equal((2004, Next), (extended.FirstYear, extended.LastYear));
        Assert.Equal(Statutory.Append(Sunday).OrderBy(day => day.Date), extended.DaysOf(Next));
        Assert.Equal(NewYear, extended.FindHoliday(NewYearsDay.Date));
        Assert.True(extended.IsWorkingDay(Sunday.Date));
        Assert.Equal(China.DaysOf(China.LastYear), extended.DaysOf(China.LastYear));
        Assert.Equal((notice, China.Basis), (extended.FindBasis(Next), extended.FindBasis(Next - 1)));
        Assert.NotEqual(China.LastYear, extended.LastYear);
    }

    [Fact]
    public void With_YearBeforeTheFirst_KnowsIt()
    {
        var days = HolidayRule.China[0].DaysOf(2003).Select(day => day with { ProvisionalBy = null });

        var extended = China.With(2003, days);

        Assert.Equal(2003, extended.FirstYear);
        Assert.Equal(new LocalDate(2003, 12, 31), extended.AddWorkingDays(new LocalDate(2004, 1, 2), -1));
    }

    [Fact]
    public void With_KnownYear_ReplacesItsDays()
    {
        var amended = new CalendarDay(new LocalDate(2026, 12, 27), NewYear, CalendarDayKind.MakeUpWorkday);

        var calendar = China.With(2026, [.. China.DaysOf(2026), amended]);

        Assert.True(calendar.IsWorkingDay(amended.Date));
        Assert.Equal(China.DaysOf(2026).Length + 1, calendar.DaysOf(2026).Length);
        Assert.Equal(China.LastYear, calendar.LastYear);
    }

    [Fact]
    public void With_YearThatLeavesAGap_IsRefused()
    {
        foreach (var year in (int[])[2002, Next + 1])
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => China.With(year, []));

            Assert.StartsWith($"Allowed: 2003 to {Next}.", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(year, refusal.ActualValue);
        }
    }

    [Fact]
    public void With_DayThatDoesNotFit_IsRefusedByName()
    {
        var workday = Sunday.Date.PlusDays(1);
        Assert.Equal(
            $"{Next - 1}-11-30 is neither a day of {Next} nor of the December before it. (Parameter 'days')",
            Refuse(NewYearsDay with { Date = new LocalDate(Next - 1, 11, 30) }));
        Assert.Equal($"{Next}-01-01 is given twice. (Parameter 'days')", Refuse(NewYearsDay));
        Assert.Equal(
            $"{Sunday.Date:uuuu-MM-dd} is given twice, once off and once worked. (Parameter 'days')",
            Refuse(Sunday with { Kind = CalendarDayKind.Holiday }, Sunday));
        Assert.Equal(
            $"{workday:uuuu-MM-dd} has no kind: Holiday (1) and MakeUpWorkday (2) are allowed. (Parameter 'days')",
            Refuse(new CalendarDay(workday, NewYear, default)));
        Assert.Equal(
            $"{workday:uuuu-MM-dd} is a working day by its weekday and cannot be made one. (Parameter 'days')",
            Refuse(Sunday with { Date = workday }));
        Assert.Equal(
            $"{Next}-01-01 is provisional: it was computed, and no notice announced it. (Parameter 'days')",
            Assert.Throws<ArgumentException>(() => China.With(Next, China.DaysOf(Next))).Message);

        static string Refuse(params CalendarDay[] days) =>
            Assert.Throws<ArgumentException>(() => China.With(Next, [.. Statutory, .. days])).Message;
    }

    [Fact]
    public void With_WithoutAStatutoryDayOfTheYear_IsRefusedByName()
    {
        foreach (var day in Statutory.Where(day => day.Date.DayOfWeek < IsoDayOfWeek.Saturday))
        {
            var refusal = Assert.Throws<ArgumentException>(() => China.With(Next, Statutory.Remove(day)));
            Assert.StartsWith($"{day.Date:uuuu-MM-dd} is {day.Name.English}, off by Regulation on Public Holidays", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void With_MakeUpDayOnAStatutoryWeekend_IsRefused()
    {
        var year = Enumerable.Range(Next, 30).First(year => new LocalDate(year, 10, 2).DayOfWeek >= IsoDayOfWeek.Saturday);
        var calendar = Calendars.AnnouncedProvisionally(year - 1);
        var days = calendar.DaysOf(year).Select(day => day with { ProvisionalBy = null }).ToList();

        var refusal = Assert.Throws<ArgumentException>(() => calendar.With(year, days.Select(day =>
            day.Date == new LocalDate(year, 10, 2) ? day with { Kind = CalendarDayKind.MakeUpWorkday } : day)));

        Assert.Contains($"{year}-10-02 is National Day", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_DaysOfTheDecemberBefore_ChangeThatYear_AndGoWhenTheNoticeIsReplaced()
    {
        var saturday = new LocalDate(Next - 1, 12, 31).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Saturday));
        var worked = new CalendarDay(saturday, NewYear, CalendarDayKind.MakeUpWorkday);

        var calendar = China.With(Next, [worked, .. Statutory]);

        Assert.False(China.IsWorkingDay(saturday));
        Assert.True(calendar.IsWorkingDay(saturday));
        Assert.Contains(worked, calendar.DaysOf(Next - 1));
        Assert.False(calendar.With(Next, Statutory).IsWorkingDay(saturday));
        Assert.True(calendar.With(Next - 1, China.DaysOf(Next - 1)).IsWorkingDay(saturday));
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
        var day = new CalendarDay(new LocalDate(2027, 1, 1), NewYear, CalendarDayKind.Holiday);
        var refusal = Assert.Throws<ArgumentException>(() => new WorkingCalendar([], 2025, 2026, [day], ChinaTime.Zone));

        Assert.Equal("2027-01-01 is outside the years 2025 to 2026. (Parameter 'days')", refusal.Message);
    }

    [Fact]
    public void Constructor_RulesOutOfOrder_AreRefused() => Assert.Throws<ArgumentException>(
        "rules", () => new WorkingCalendar([], 2026, 2026, [], ChinaTime.Zone, rules: [HolidayRule.China[1], HolidayRule.China[0]]));

    [Fact]
    public void Constructor_WithoutALaw_GoesOnByTheWeekendAlone_AndSaysSo()
    {
        var calendar = new WorkingCalendar([IsoDayOfWeek.Saturday, IsoDayOfWeek.Friday], 2026, 2026, [], ChinaTime.Zone);

        Assert.Empty(calendar.DaysOf(2027));
        Assert.True(calendar.IsWorkingDay(new LocalDate(2027, 1, 3)));
        Assert.False(calendar.IsWorkingDay(new LocalDate(2027, 1, 1)));
        Assert.Null(calendar.FindProvisionalBasis(new LocalDate(2026, 12, 31)));
        Assert.Contains("weekend alone", calendar.FindProvisionalBasis(new LocalDate(2027, 1, 1))!.Text.English, StringComparison.Ordinal);
        Assert.Equal(2100, calendar.LastComputableYear);
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
