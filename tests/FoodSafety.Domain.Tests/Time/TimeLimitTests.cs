using CsCheck;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

public class TimeLimitTests
{
    private static readonly WorkingCalendar China = WorkingCalendar.China;

    // Friday 26 September 2025, 17:45 in China; National Day holidays from 1 to 8 October, worked on Sunday 28 and Saturday 11.
    private static readonly Instant Friday = Instant.FromUtc(2025, 9, 26, 9, 45);
    private static readonly LocalDate FridayDate = new(2025, 9, 26);

    [Fact]
    public void After_Hours_RunsThroughNightAndWeekend()
    {
        var deadline = TimeLimit.Hours(24).After(Friday, China);

        Assert.Equal(Friday + Duration.FromHours(24), deadline.LastInstant);
        Assert.Equal(new LocalDate(2025, 9, 27), deadline.LastDay);
    }

    [Fact]
    public void After_WorkingDays_SkipsTheHolidayAndCountsMakeUpDays()
    {
        // Sunday 28, Monday 29, Tuesday 30 September, 9, 10 and Saturday 11, then 13 October.
        Assert.Equal(new LocalDate(2025, 10, 13), TimeLimit.WorkingDays(7).After(FridayDate, China).LastDay);
        // and 14 to 17, 20 to 23 October.
        Assert.Equal(new LocalDate(2025, 10, 23), TimeLimit.WorkingDays(15).After(FridayDate, China).LastDay);
    }

    [Fact]
    public void After_Days_DoesNotCountTheDayOfTheAct()
    {
        var deadline = TimeLimit.Days(3).After(FridayDate, China);

        Assert.Equal(Deadline.AtEndOf(new LocalDate(2025, 9, 29), ChinaTime.Zone), deadline);
    }

    [Fact]
    public void After_LastDayNotWorked_MovesOnlyWhenTheLimitSaysSo()
    {
        var limit = TimeLimit.Days(5); // 1 October

        Assert.Equal(new LocalDate(2025, 10, 1), limit.After(FridayDate, China).LastDay);
        Assert.Equal(new LocalDate(2025, 10, 9), (limit with { MovesToWorkingDay = true }).After(FridayDate, China).LastDay);
        Assert.Equal(
            new LocalDate(2025, 9, 30), (TimeLimit.Days(4) with { MovesToWorkingDay = true }).After(FridayDate, China).LastDay);
        Assert.Equal(
            TimeLimit.Hours(24).After(Friday, China), (TimeLimit.Hours(24) with { MovesToWorkingDay = true }).After(Friday, China));
    }

    [Fact]
    public void After_InstantLateInUtcDay_CountsFromTheDateInChina()
    {
        var beforeMidnight = Instant.FromUtc(2025, 9, 26, 15, 59);
        var afterMidnight = Instant.FromUtc(2025, 9, 26, 16, 0);

        Assert.Equal(new LocalDate(2025, 9, 27), TimeLimit.Days(1).After(beforeMidnight, China).LastDay);
        Assert.Equal(new LocalDate(2025, 9, 28), TimeLimit.Days(1).After(afterMidnight, China).LastDay);
    }

    /// <summary>《民法典》第二百零二条: the same day of the last month, or its last day; where the law says so, the next working day after it.</summary>
    [Theory]
    [InlineData(1, "2026-01-31", "2026-02-28", "2026-02-28")]
    [InlineData(6, "2026-04-01", "2026-10-01", "2026-10-08")]
    [InlineData(12, "2024-02-29", "2025-02-28", "2025-02-28")]
    [InlineData(36, "2023-09-15", "2026-09-15", "2026-09-15")]
    public void After_Months_EndsOnTheSameDayOrTheLastOfTheMonth(int months, string from, string last, string moved)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value;
        Assert.Equal(last, $"{TimeLimit.Months(months).After(on, WorkingCalendar.China).LastDay:uuuu-MM-dd}");
        Assert.Equal(moved, $"{(TimeLimit.Months(months) with { MovesToWorkingDay = true }).After(on, WorkingCalendar.China).LastDay:uuuu-MM-dd}");
    }

    [Fact]
    public void Text_MonthsThatAreYears_AreToldAsYears()
    {
        Assert.Equal(TimeLimit.Months(36), TimeLimit.Years(3));
        Assert.Equal(("3 年", "3 years"), (TimeLimit.Years(3).Text.Chinese, TimeLimit.Years(3).Text.English));
        Assert.Equal(("6 个月", "6 months"), (TimeLimit.Months(6).Text.Chinese, TimeLimit.Months(6).Text.English));
        Assert.Equal("1 year", TimeLimit.Months(12).Text.English);
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => TimeLimit.Years(10_000));
    }

    [Fact]
    public void After_HoursFromADate_IsRefused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => TimeLimit.Hours(24).After(FridayDate, China));

        Assert.Equal("A limit of 24 hours runs from an instant, not from the date 2025-09-26. (Parameter 'on')", refusal.Message);
    }

    [Fact]
    public void After_CountingBeyondAllThatCanBeComputed_IsRefusedForWorkingDaysOnly()
    {
        var end = new LocalDate(China.LastComputableYear, 12, 31);

        Assert.Equal(end.Year + 1, Assert.Throws<CalendarYearUnknownException>(() => TimeLimit.WorkingDays(1).After(end, China)).Year);
        Assert.Equal(new LocalDate(end.Year + 1, 1, 1), TimeLimit.Days(1).After(end, China).LastDay);
    }

    [Fact]
    public void Text_EachUnit_IsBilingualAndCounts()
    {
        Assert.Equal(("24 小时", "24 hours"), TimeLimit.Hours(24).Text);
        Assert.Equal(("1 日", "1 day"), TimeLimit.Days(1).Text);
        Assert.Equal(("15 个工作日", "15 working days"), TimeLimit.WorkingDays(15).Text);
        Assert.Equal("1 个工作日 / 1 working day", TimeLimit.WorkingDays(1).ToString());
    }

    [Fact]
    public void Factories_LessThanOne_AreRefused()
    {
        Assert.Equal(1, TimeLimit.Hours(1).Amount);
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => TimeLimit.Hours(0));
        Assert.StartsWith("Allowed: 1 or more.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeLimit.Days(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeLimit.WorkingDays(-1));
    }

    [Fact]
    public void Basis_Given_IsKeptAndCompared()
    {
        var basis = Citation.Illustrative(("示例", "Example"));

        Assert.Same(basis, TimeLimit.WorkingDays(15, basis).Basis);
        Assert.Equal(TimeLimit.WorkingDays(15, basis), TimeLimit.WorkingDays(15, basis));
        Assert.NotEqual(TimeLimit.WorkingDays(15, basis), TimeLimit.Days(15, basis));
    }

    [Fact]
    public void After_AnyInstantAndUnit_LeavesTheActInTimeAndALongerLimitNeverEndsEarlier() =>
        Gen.Select(Gen.Int[0, 20 * 365 * 24], Gen.Int[1, 60], Gen.Int[0, 3]).Sample((hour, amount, unit) =>
        {
            Func<int, TimeLimit> limit = unit switch
            {
                0 => n => TimeLimit.Hours(n),
                1 => n => TimeLimit.Days(n),
                2 => n => TimeLimit.WorkingDays(n),
                _ => n => TimeLimit.Months(n),
            };
            var act = Instant.FromUtc(2004, 2, 1, 0, 0) + Duration.FromHours(hour);
            var deadline = limit(amount).After(act, China);
            return deadline.IsMet(act) && deadline.LastInstant < limit(amount + 1).After(act, China).LastInstant;
        });
}
