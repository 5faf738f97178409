using CsCheck;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

/// <summary>Beyond the last announced year: what is counted, what says that it is provisional, and what becomes of it once the year is announced.</summary>
public class ProvisionalDaysTests
{
    private static readonly WorkingCalendar China = Calendars.AnnouncedTo(2026);
    private static readonly WorkingCalendar Announced = China.With(2027, Calendars.MadeUp(2027));
    private static readonly Citation Law = HolidayRule.China[^1].Basis;

    [Fact]
    public void DaysOf_YearNotAnnounced_AreItsStatutoryDays_MarkedSo()
    {
        var days = China.DaysOf(2027);

        Assert.Equal(HolidayRule.China[^1].DaysOf(2027), days);
        Assert.All(days, day => Assert.Equal((true, Law), (day.IsProvisional, day.ProvisionalBy)));
        Assert.Equal(
            "2027-02-05 春节 放假（暂定：放假安排尚未公布，依全国年节及纪念日放假办法（国务院令第795号） 第2条（示意）推算）", days[1].Text.Chinese);
        Assert.All(China.DaysOf(2026), day => Assert.False(day.IsProvisional));
        Assert.Equal((Law, China.Basis), (China.FindBasis(2027), China.FindBasis(2026)));
    }

    [Theory]
    [InlineData("2026-12-28", false)]
    [InlineData("2026-12-29", true)] // the notice of 2027 may still move it
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", true)]
    [InlineData("2100-12-31", true)]
    public void FindProvisionalBasis_AroundTheLastSettledDay_BeginsAfterIt(string day, bool expected)
    {
        Assert.Equal(new LocalDate(2026, 12, 28), China.LastSettledDay);
        Assert.Equal(expected ? Law : null, China.FindProvisionalBasis(Date(day)));
    }

    [Theory]
    [InlineData("2026-12-11", 11, "2026-12-28", false)]
    [InlineData("2026-12-11", 12, "2026-12-29", true)]
    [InlineData("2026-12-11", 15, "2027-01-04", true)]
    [InlineData("2026-11-30", 24, "2027-01-04", true)]
    [InlineData("2027-02-03", 3, "2027-02-10", true)] // over the Spring Festival, from its eve on
    [InlineData("2028-02-29", 20, "2028-03-28", true)]
    public void After_WorkingDaysIntoAYearNotAnnounced_IsCountedAndSaysSo(string on, int days, string expected, bool isProvisional)
    {
        var deadline = TimeLimit.WorkingDays(days).After(Date(on), China);

        Assert.Equal((Date(expected), isProvisional), (deadline.LastDay, deadline.IsProvisional));
        Assert.Equal(isProvisional, deadline.Text.Chinese.Contains("暂定", StringComparison.Ordinal) && deadline.Text.English.Contains("provisional", StringComparison.Ordinal));
        Assert.Equal(isProvisional ? Law : null, deadline.Provisional?.By);
    }

    [Fact]
    public void After_CalendarDaysAndHours_AreSure_UnlessTheyMoveToAWorkingDay()
    {
        var on = new LocalDate(2026, 12, 30);

        Assert.False(TimeLimit.Days(2).After(on, China).IsProvisional);
        Assert.False(TimeLimit.Hours(48).After(on.AtMidnight().InZoneStrictly(ChinaTime.Zone).ToInstant(), China).IsProvisional);
        var moved = (TimeLimit.Days(2) with { MovesToWorkingDay = true }).After(on, China);
        Assert.Equal((new LocalDate(2027, 1, 4), true), (moved.LastDay, moved.IsProvisional));
    }

    [Fact]
    public void Deadline_Provisional_IsNotEqualToASureOneOfTheSameDay()
    {
        var provisional = TimeLimit.WorkingDays(15).After(new LocalDate(2026, 12, 11), China);

        Assert.NotEqual(Deadline.AtEndOf(provisional.LastDay, ChinaTime.Zone), provisional);
        Assert.Equal(TimeLimit.WorkingDays(15).After(new LocalDate(2026, 12, 11), China), provisional);
    }

    [Fact]
    public void Settle_OnceTheYearIsAnnounced_IsCountedByItsNotice()
    {
        var was = TimeLimit.WorkingDays(5).After(new LocalDate(2027, 9, 30), China);

        var settled = was.Settle(Announced);

        // 4, 5, 6, 7 and 8 October, of which the notice made the first four days off; then Saturday 9, 11, 12 and 13.
        Assert.Equal((new LocalDate(2027, 10, 8), new LocalDate(2027, 10, 13)), (was.LastDay, settled.LastDay));
        Assert.Equal((true, false), (was.IsProvisional, settled.IsProvisional));
        Assert.Equal(settled, settled.Settle(Announced));
        Assert.Equal(was, was.Settle(China));
        Assert.Equal(TimeLimit.WorkingDays(5).After(new LocalDate(2027, 9, 30), Announced), settled);
    }

    [Fact]
    public void Settle_NeverEndsEarlierThanWasTold()
    {
        // From the holiday on, the notice has two Saturdays worked.
        var was = TimeLimit.WorkingDays(10).After(new LocalDate(2027, 10, 8), China);

        Assert.True(TimeLimit.WorkingDays(10).After(new LocalDate(2027, 10, 8), Announced).LastDay < was.LastDay);
        Assert.Equal(Deadline.AtEndOf(was.LastDay, ChinaTime.Zone), was.Settle(Announced));
    }

    [Fact]
    public void Settle_ByAnyNotice_IsSureAndNotBeforeWhatWasTold() =>
        Gen.Select(Gen.Int[0, 364], Gen.Int[1, 40]).Sample((day, amount) =>
        {
            var was = TimeLimit.WorkingDays(amount).After(new LocalDate(2026, 11, 1).PlusDays(day), China);
            var settled = was.Settle(Announced);
            return settled.LastInstant >= was.LastInstant && (!settled.IsProvisional || settled.LastDay > Announced.LastSettledDay);
        });

    [Fact]
    public void AddWorkingDays_OverYearsNotAnnounced_IsAWalkOverThem() =>
        Gen.Select(Gen.Int[0, 26_000], Gen.Int[1, 60]).Sample((day, count) =>
        {
            var start = new LocalDate(2026, 6, 1).PlusDays(day);
            var (walked, left) = (start, count);
            while (left > 0)
            {
                walked = walked.PlusDays(1);
                left -= China.IsWorkingDay(walked) ? 1 : 0;
            }

            return China.AddWorkingDays(start, count) == walked && China.WorkingDaysBetween(start, walked) == count;
        });

    [Fact]
    public void IsWorkingDay_YearsNotAnnounced_AreWeekdaysThatAreNotStatutory()
    {
        for (var year = 2027; year <= China.LastComputableYear; year++)
        {
            var off = HolidayRule.China[^1].DaysOf(year).Select(day => day.Date).ToHashSet();
            for (var date = new LocalDate(year, 1, 1); date.Year == year; date = date.PlusDays(1))
            {
                Assert.Equal(date.DayOfWeek < IsoDayOfWeek.Saturday && !off.Contains(date), China.IsWorkingDay(date));
            }
        }
    }

    [Fact]
    public void Periods_OfProvisionalWorkingDays_SayThatTheyAre_AndStayTheSamePeriods()
    {
        var day = new LocalDate(2027, 10, 8);
        var (before, after) = (Cadence.WorkingDay.FindPeriod(day, China)!.Value, Cadence.WorkingDay.FindPeriod(day, Announced)!.Value);

        Assert.Equal((true, false), (before.IsProvisional, after.IsProvisional));
        Assert.Equal(("2027年10月8日（暂定）", "8 October 2027 (provisional)"), before.Label);
        Assert.Equal(before, after);
        Assert.False(Cadence.Week.FindPeriod(day, China)!.Value.IsProvisional);
    }

    [Fact]
    public void EmbeddedTables_AlreadyHoldEveryYearThatIsAnnounced_AndOneMoreFileIsOneMoreYear()
    {
        var own = Calendars.TableFiles.Select(file => (IEnumerable<string>)[.. File.ReadLines(file)]).ToList();
        var last = own.SelectMany(table => table.Skip(1)).Max(line => int.Parse(line.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(last, WorkingCalendar.China.LastYear);

        var longer = ChinaWorkingDays.Of([.. own, Calendars.Csv(Calendars.MadeUp(last + 1)).Split('\n', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((2004, last + 1), (longer.FirstYear, longer.LastYear));
        Assert.Equal(Calendars.MadeUp(last + 1).OrderBy(day => day.Date), longer.DaysOf(last + 1));
        Assert.All(longer.DaysOf(last + 2), day => Assert.True(day.IsProvisional));
    }

    private static LocalDate Date(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
