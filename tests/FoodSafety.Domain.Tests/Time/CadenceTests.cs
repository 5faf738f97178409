using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

public class CadenceTests
{
    private static readonly WorkingCalendar China = WorkingCalendar.China;

    public static TheoryData<string, string, string, string, string> Periods => new()
    {
        { "day", "2026-07-01", "2026-07-01", "2026年7月1日", "1 July 2026" },
        { "working-day", "2026-07-01", "2026-07-01", "2026年7月1日", "1 July 2026" },
        { "week", "2026-06-29", "2026-07-05", "2026年第27周", "week 27 of 2026" },
        { "month", "2026-07-01", "2026-07-31", "2026年7月", "July 2026" },
        { "quarter", "2026-07-01", "2026-09-30", "2026年第3季度", "Q3 2026" },
        { "half-year", "2026-07-01", "2026-12-31", "2026年下半年", "second half of 2026" },
        { "year", "2026-01-01", "2026-12-31", "2026年", "2026" },
    };

    [Theory]
    [MemberData(nameof(Periods))]
    public void FindPeriod_FirstOfJuly_IsThePeriodAroundIt(string code, string first, string last, string chinese, string english)
    {
        var cadence = Cadence.Find(code)!;

        var period = cadence.FindPeriod(new LocalDate(2026, 7, 1), China)!.Value;

        Assert.Same(cadence, period.Cadence);
        Assert.Equal(new DateInterval(Date(first), Date(last)), period.Interval);
        Assert.Equal((chinese, english), period.Label);
    }

    [Theory]
    [InlineData("2027-01-03", "2026-12-28", "week 53 of 2026")]
    [InlineData("2027-01-04", "2027-01-04", "week 1 of 2027")]
    [InlineData("2024-12-30", "2024-12-30", "week 1 of 2025")]
    [InlineData("2026-11-18", "2026-11-16", "week 47 of 2026")]
    public void PeriodOf_WeekOverNewYear_BearsTheIsoYear(string date, string first, string label)
    {
        var week = Cadence.Week.PeriodOf(Date(date));

        Assert.Equal(Date(first), week.First);
        Assert.Equal(label, week.Label.English);
    }

    [Fact]
    public void Label_FirstHalfAndFourthQuarter_AreTold()
    {
        Assert.Equal(("2026年上半年", "first half of 2026"), Cadence.HalfYear.PeriodOf(Date("2026-06-30")).Label);
        Assert.Equal("Q4 2026", Cadence.Quarter.PeriodOf(Date("2026-12-31")).Label.English);
        Assert.Equal("2024年2月 / February 2024", Cadence.Month.PeriodOf(Date("2024-02-29")).ToString());
    }

    [Fact]
    public void FindPeriod_WorkingDay_IsNullWhereNobodyWorks()
    {
        Assert.Null(Cadence.WorkingDay.FindPeriod(Date("2025-10-08"), China));
        Assert.NotNull(Cadence.WorkingDay.FindPeriod(Date("2025-10-11"), China)); // Saturday, made a working day
        Assert.Equal(Date("2025-10-09"), Cadence.WorkingDay.PeriodAfter(Date("2025-09-30"), China).First);
        Assert.Equal(Date("2025-09-30"), Cadence.WorkingDay.PeriodBefore(Date("2025-10-08"), China).First);
    }

    [Fact]
    public void UnknownYear_IsRefusedForWorkingDaysAndNoOtherCadence()
    {
        var date = new LocalDate(China.LastComputableYear + 1, 3, 1);

        Assert.All(Cadence.All, cadence =>
        {
            if (cadence is CalendarCadence)
            {
                Assert.NotNull(cadence.FindPeriod(date, China));
            }
            else
            {
                Assert.Throws<CalendarYearUnknownException>(() => cadence.FindPeriod(date, China));
            }
        });
    }

    [Fact]
    public void Periods_OfAnInterval_OverlapAtItsEndsOrLieWithin()
    {
        var interval = new DateInterval(Date("2026-02-15"), Date("2026-09-30"));

        Assert.Equal(["Q1 2026", "Q2 2026", "Q3 2026"], Cadence.Quarter.PeriodsOverlapping(interval).Select(period => period.Label.English));
        Assert.Equal(["Q2 2026", "Q3 2026"], Cadence.Quarter.PeriodsWithin(interval).Select(period => period.Label.English));
        Assert.Empty(Cadence.Year.PeriodsWithin(interval));
        Assert.Single(Cadence.Year.PeriodsOverlapping(interval));
    }

    [Fact]
    public void Periods_OfWorkingDays_AreTheDaysWorkedUpToTheLastKnown()
    {
        var nationalDay = new DateInterval(Date("2025-09-30"), Date("2025-10-09"));
        var endOfYear = new DateInterval(Date("2026-12-31"), Date("2026-12-31"));

        Assert.Equal([Date("2025-09-30"), Date("2025-10-09")], Cadence.WorkingDay.PeriodsWithin(nationalDay, China).Select(period => period.First));
        Assert.Single(Cadence.WorkingDay.PeriodsOverlapping(endOfYear, China));
    }

    [Fact]
    public void Find_EachCode_GivesTheCadenceBack()
    {
        Assert.All(Cadence.All, cadence => Assert.Same(cadence, Cadence.Find(cadence.Code)));
        Assert.Null(Cadence.Find("Quarter"));
        Assert.Equal(("每季度", "every quarter"), Cadence.Quarter.Name);
        Assert.Equal(7, Cadence.All.Select(cadence => cadence.Name.Chinese).Distinct().Count());
    }

    [Fact]
    public void Default_IsTheFirstDay()
    {
        Assert.Equal(Cadence.Day.PeriodOf(new LocalDate(1, 1, 1)), default);
        Assert.Equal(Cadence.Day.PeriodOf(new LocalDate(1, 1, 1)).GetHashCode(), default(CadencePeriod).GetHashCode());
        Assert.NotEqual(Cadence.Day.PeriodOf(Date("2026-07-01")), Cadence.WorkingDay.FindPeriod(Date("2026-07-01"), China));
    }

    private static LocalDate Date(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
