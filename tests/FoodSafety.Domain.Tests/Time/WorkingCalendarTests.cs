using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

/// <summary>Dates worked out by hand from the holiday notices, and the edges.</summary>
public class WorkingCalendarTests
{
    private static readonly WorkingCalendar China = WorkingCalendar.China;

    [Theory]
    [InlineData(2024, 2, 4, true)] // Sunday, made a working day before Spring Festival
    [InlineData(2024, 2, 9, true)] // Friday, the eve: not in the notice
    [InlineData(2024, 2, 10, false)] // Saturday, first day off
    [InlineData(2024, 2, 14, false)] // Wednesday off
    [InlineData(2024, 2, 17, false)] // Saturday, last day off
    [InlineData(2024, 2, 18, true)] // Sunday, made a working day
    [InlineData(2024, 2, 24, false)] // an ordinary Saturday
    [InlineData(2025, 9, 28, true)] // Sunday, made a working day before National Day
    [InlineData(2025, 10, 8, false)] // Wednesday, last day off
    [InlineData(2025, 10, 9, true)]
    [InlineData(2025, 10, 11, true)] // Saturday, made a working day
    [InlineData(2025, 10, 12, false)]
    public void IsWorkingDay_AroundLongHolidays_FollowsTheNotice(int year, int month, int day, bool expected)
    {
        Assert.Equal(expected, China.IsWorkingDay(new LocalDate(year, month, day)));
    }

    [Fact]
    public void FindHoliday_EachKindOfDay_NamesOnlyDaysOff()
    {
        Assert.Equal(("中秋", "Mid-Autumn Festival"), China.FindHoliday(new LocalDate(2025, 10, 6)));
        Assert.Equal(("国庆节", "National Day"), China.FindHoliday(new LocalDate(2025, 10, 5))); // a Sunday
        Assert.Null(China.FindHoliday(new LocalDate(2025, 10, 11))); // a make-up working day
        Assert.Null(China.FindHoliday(new LocalDate(2025, 10, 12))); // a plain Sunday
        Assert.Null(China.FindHoliday(new LocalDate(2025, 10, 13))); // a plain Monday
    }

    [Theory]
    // 29 and 30 September, then 9, 10 and Saturday 11 October, then Monday 13.
    [InlineData("2025-09-28", 1, "2025-09-29")]
    [InlineData("2025-09-28", 2, "2025-09-30")]
    [InlineData("2025-09-28", 3, "2025-10-09")]
    [InlineData("2025-09-28", 5, "2025-10-11")]
    [InlineData("2025-09-28", 6, "2025-10-13")]
    [InlineData("2025-10-13", -6, "2025-09-28")]
    // From days that are not worked: the start never counts.
    [InlineData("2025-10-04", 1, "2025-10-09")]
    [InlineData("2025-10-04", -1, "2025-09-30")]
    [InlineData("2025-10-04", 0, "2025-10-04")]
    // 15 working days from the eve of Spring Festival 2024: Sunday 18, 19 to 23, 26 to 29 February, 1, 4 to 7 March.
    [InlineData("2024-02-09", 15, "2024-03-07")]
    [InlineData("2024-02-12", 1, "2024-02-18")]
    // Over New Year 2026: 1 to 3 January off, Sunday 4 worked.
    [InlineData("2025-12-31", 1, "2026-01-04")]
    [InlineData("2026-01-04", -1, "2025-12-31")]
    public void AddWorkingDays_OverHolidays_CountsWorkedDaysOnly(string start, int workingDays, string expected)
    {
        Assert.Equal(Date(expected), China.AddWorkingDays(Date(start), workingDays));
    }

    [Theory]
    [InlineData("2025-09-28", "2025-10-13", 6)]
    [InlineData("2025-10-13", "2025-09-28", -6)]
    [InlineData("2025-09-30", "2025-10-08", 0)] // nothing but days off
    [InlineData("2025-10-08", "2025-10-01", 0)]
    [InlineData("2025-10-09", "2025-10-09", 0)]
    [InlineData("2025-01-01", "2025-12-31", 248)] // 365 less 104 days of weekend, less 18 weekdays off, with 5 made up
    public void WorkingDaysBetween_OverHolidays_CountsAfterTheStart(string start, string end, int expected)
    {
        Assert.Equal(expected, China.WorkingDaysBetween(Date(start), Date(end)));
    }

    [Theory]
    [InlineData("2024-02-09", "2024-02-09")]
    [InlineData("2024-02-10", "2024-02-18")]
    [InlineData("2024-02-18", "2024-02-18")]
    [InlineData("2024-02-24", "2024-02-26")]
    public void NextWorkingDayOnOrAfter_EachDay_StaysOrMovesForward(string date, string expected)
    {
        Assert.Equal(Date(expected), China.NextWorkingDayOnOrAfter(Date(date)));
    }

    [Fact]
    public void WorkingDaysIn_NationalDayWeek_ListsTheDaysWorked()
    {
        var days = China.WorkingDaysIn(new DateInterval(Date("2025-09-30"), Date("2025-10-12")));

        Assert.Equal([Date("2025-09-30"), Date("2025-10-09"), Date("2025-10-10"), Date("2025-10-11")], days.ToArray());
        Assert.True(China.WorkingDaysIn(new DateInterval(Date("2025-10-01"), Date("2025-10-08"))).IsEmpty);
    }

    [Theory]
    [InlineData(2003)]
    [InlineData(2101)]
    public void EveryOperation_OnUnknownYear_IsRefused(int year)
    {
        var known = Date("2025-10-09");
        var unknown = year < 2004 ? new LocalDate(year, 12, 31) : new LocalDate(year, 1, 1);
        Action[] operations =
        [
            () => China.IsWorkingDay(unknown),
            () => China.FindHoliday(unknown),
            () => China.DaysOf(year),
            () => China.FindBasis(year),
            () => China.FindProvisionalBasis(unknown),
            () => China.AddWorkingDays(unknown, 0),
            () => China.AddWorkingDays(known, year < 2004 ? int.MinValue : int.MaxValue),
            () => China.WorkingDaysBetween(unknown, known),
            () => China.WorkingDaysBetween(known, unknown),
            () => China.NextWorkingDayOnOrAfter(unknown),
            () => China.WorkingDaysIn(year < 2004 ? new DateInterval(unknown, known) : new DateInterval(known, unknown)),
        ];

        Assert.All(operations, operation =>
        {
            var refusal = Assert.Throws<CalendarYearUnknownException>(operation);
            Assert.Equal((year, 2004, 2100), (refusal.Year, refusal.FirstYear, refusal.LastYear));
        });
    }

    [Fact]
    public void AddWorkingDays_AtTheEndsOfTheKnownYears_ReachesThemAndNoFurther()
    {
        var (first, last) = (Date("2004-01-02"), Date("2100-12-31"));

        Assert.Equal(last, China.AddWorkingDays(Date("2100-12-30"), 1));
        Assert.Equal(2101, Assert.Throws<CalendarYearUnknownException>(() => China.AddWorkingDays(last, 1)).Year);
        Assert.Equal(first, China.AddWorkingDays(Date("2004-01-05"), -1));
        Assert.Equal(2003, Assert.Throws<CalendarYearUnknownException>(() => China.AddWorkingDays(first, -1)).Year);
    }

    [Fact]
    public void UnknownYear_Message_SaysWhatIsKnownAndWhatToDo()
    {
        var early = Assert.Throws<CalendarYearUnknownException>(() => China.IsWorkingDay(Date("2001-05-01")));
        var late = Assert.Throws<CalendarYearUnknownException>(() => China.IsWorkingDay(Date("2130-05-01")));

        Assert.Equal(
            "The working days of 2001 are not known: the calendar begins with 2004. Add years one by one, the next with calendar.With(2003, days).", early.Message);
        Assert.Equal("工作日历自 2004 年起，没有 2001 年的节假日安排。请用 calendar.With(2003, days) 逐年补充。", early.Text.Chinese);
        Assert.Equal("The working days of 2130 cannot be computed: 2100 is the last year that can. Allowed: 2004 to 2100.", late.Message);
        Assert.Equal("工作日历只能推算到 2100 年，没有 2130 年的节假日。允许：2004 至 2100 年。", late.Text.Chinese);
    }

    [Fact]
    public void Basis_OfChina_IsNotPresentedAsOfficialText()
    {
        Assert.Equal(SourceStanding.SecondHand, China.Basis!.Standing);
    }

    private static LocalDate Date(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
