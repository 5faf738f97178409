using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

/// <summary>The statutory days by the law of each year, against every year that was announced and against the sun.</summary>
public class HolidayRuleLaws
{
    private static readonly WorkingCalendar China = WorkingCalendar.China;

    public static TheoryData<int> AnnouncedYears => [.. Enumerable.Range(China.FirstYear, China.LastYear - China.FirstYear + 1)];

    public static TheoryData<int> ComputableYears => [.. Enumerable.Range(2000, 101)];

    [Theory]
    [MemberData(nameof(AnnouncedYears))]
    public void DaysOf_EveryAnnouncedYear_AreOffAndNamedInItsNotice(int year) => Assert.All(RuleOf(year).DaysOf(year), day =>
    {
        Assert.False(China.IsWorkingDay(day.Date), $"{day.Date:uuuu-MM-dd}");
        Assert.Contains(China.FindHoliday(day.Date)!.Value.Chinese, day.Name.Chinese, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("2014-01-30")]
    [InlineData("2024-02-09")]
    public void DaysOf_EveOfSpringFestivalWhileItWasNotStatutory_IsNotAmongThem(string eve)
    {
        var day = Date(eve);

        Assert.DoesNotContain(RuleOf(day.Year).DaysOf(day.Year), statutory => statutory.Date == day);
        Assert.True(China.IsWorkingDay(day));
    }

    [Theory]
    [InlineData(2007, "01-01 02-18 02-19 02-20 05-01 05-02 05-03 10-01 10-02 10-03")]
    [InlineData(2008, "01-01 02-06 02-07 02-08 04-04 05-01 06-08 09-14 10-01 10-02 10-03")]
    [InlineData(2013, "01-01 02-09 02-10 02-11 04-04 05-01 06-12 09-19 10-01 10-02 10-03")]
    [InlineData(2014, "01-01 01-31 02-01 02-02 04-05 05-01 06-02 09-08 10-01 10-02 10-03")]
    [InlineData(2024, "01-01 02-10 02-11 02-12 04-04 05-01 06-10 09-17 10-01 10-02 10-03")]
    [InlineData(2025, "01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 05-31 10-01 10-02 10-03 10-06")]
    [InlineData(2027, "01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03")]
    [InlineData(2028, "01-01 01-25 01-26 01-27 01-28 04-04 05-01 05-02 05-28 10-01 10-02 10-03")]
    [InlineData(2029, "01-01 02-12 02-13 02-14 02-15 04-04 05-01 05-02 06-16 09-22 10-01 10-02 10-03")]
    [InlineData(2030, "01-01 02-02 02-03 02-04 02-05 04-05 05-01 05-02 06-05 09-12 10-01 10-02 10-03")]
    public void DaysOf_YearAtTheEdgeOfEachVersion_AreThese(int year, string expected) =>
        Assert.Equal(expected.Split(' '), RuleOf(year).DaysOf(year).Select(day => $"{day.Date:MM-dd}"));

    [Fact]
    public void DaysOf_FestivalsOnOneDay_BearBothNames() => Assert.Equal(
        ("中秋、国庆节", "Mid-Autumn Festival and National Day"), RuleOf(2028).DaysOf(2028)[^1].Name);

    [Theory]
    [MemberData(nameof(ComputableYears))]
    public void DaysOf_EveryComputableYear_AreAsManyAsTheLawSays(int year)
    {
        var names = RuleOf(year).DaysOf(year).Sum(day => day.Name.Chinese.Split('、').Length);

        Assert.Equal(year < 2008 ? 10 : year < 2025 ? 11 : 13, names);
    }

    [Theory]
    [MemberData(nameof(ComputableYears))]
    public void Qingming_EveryYearSince2008_IsTheDayOnWhichTheSunReaches15Degrees(int year)
    {
        if (year < 2008)
        {
            return;
        }

        var day = RuleOf(year).DaysOf(year).Single(statutory => statutory.Name.Chinese == "清明").Date;

        // The formula of the sun is good to a quarter of an hour; in one year of the hundred the moment lies nearer to midnight than an hour.
        Assert.True(LongitudeOfTheSun(day.AtMidnight()) < 15.02, $"{day:uuuu-MM-dd} begins after it");
        Assert.True(LongitudeOfTheSun(day.PlusDays(1).AtMidnight()) > 14.98, $"{day:uuuu-MM-dd} ends before it");
    }

    [Theory]
    [MemberData(nameof(AnnouncedYears))]
    public void Notices_MoveNoDayOfTheYearBefore_EarlierThanTheLawAllows(int year)
    {
        var movable = HolidayRule.China[0].MovableDaysBefore;
        var moved = China.DaysOf(year).Where(day => day.Date.Month == 12).ToList();

        Assert.All(moved, day => Assert.True(day.Date > new LocalDate(year, 12, 31).PlusDays(-movable) && day.Name.Chinese == "元旦", day.Text.English));
    }

    [Fact]
    public void China_EachVersion_BeginsWhenItsLawDid_AndIsNotPresentedAsOfficialText()
    {
        Assert.Equal([2000, 2008, 2014, 2025], HolidayRule.China.Select(rule => rule.FirstYear));
        Assert.All(HolidayRule.China, rule => Assert.Equal((2100, SourceStanding.SecondHand), (rule.LastYear, rule.Basis.Standing)));
        Assert.Throws<ArgumentOutOfRangeException>(() => HolidayRule.China[^1].DaysOf(2101));
        Assert.Throws<ArgumentOutOfRangeException>(() => HolidayRule.China[^1].DaysOf(2024));
    }

    // 1 January off with the weekend before it, and the edges at which a table by years is easily wrong.
    [Theory]
    [InlineData(2004, 252)]
    [InlineData(2005, 251)]
    [InlineData(2006, 251)]
    [InlineData(2007, 249)]
    [InlineData(2011, 250)]
    [InlineData(2012, 249)]
    [InlineData(2018, 250)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void WorkingDays_OfAWholeYear_AreThese(int year, int expected) =>
        Assert.Equal(expected, China.WorkingDaysIn(new DateInterval(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31))).Length);

    [Theory]
    [InlineData("2005-12-31", true)]
    [InlineData("2006-12-30", true)]
    [InlineData("2006-12-31", true)]
    [InlineData("2007-12-29", true)]
    [InlineData("2007-12-31", false)]
    [InlineData("2011-12-31", true)]
    [InlineData("2018-12-29", true)]
    [InlineData("2018-12-31", false)]
    [InlineData("2022-12-31", false)]
    [InlineData("2008-12-31", true)]
    [InlineData("2009-01-04", true)]
    [InlineData("2013-01-05", true)]
    [InlineData("2015-01-04", true)]
    [InlineData("2016-12-31", false)]
    [InlineData("2026-01-04", true)]
    public void IsWorkingDay_AtTheEdgesOfYears_FollowsTheNoticeOfTheYearAfter(string day, bool expected) =>
        Assert.Equal(expected, China.IsWorkingDay(Date(day)));

    private static HolidayRule RuleOf(int year) => HolidayRule.China.Last(rule => rule.FirstYear <= year);

    private static LocalDate Date(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    /// <summary>The apparent longitude of the sun in degrees, by Meeus, Astronomical Algorithms, chapter 25, low accuracy.</summary>
    private static double LongitudeOfTheSun(LocalDateTime inChina)
    {
        const double j2000 = 946_727_935.816; // in seconds since 1970, terrestrial time
        var seconds = inChina.InZoneStrictly(ChinaTime.Zone).ToInstant().ToUnixTimeSeconds() + 75;
        var t = (seconds - j2000) / 86_400 / 36_525;
        var mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t;
        var anomaly = Radians(357.52911 + 35_999.05029 * t - 0.0001537 * t * t);
        var center = (1.914602 - 0.004817 * t) * Math.Sin(anomaly) + (0.019993 - 0.000101 * t) * Math.Sin(2 * anomaly) + 0.000289 * Math.Sin(3 * anomaly);
        var longitude = mean + center - 0.00569 - 0.00478 * Math.Sin(Radians(125.04 - 1_934.136 * t));
        return longitude - 360 * Math.Floor(longitude / 360);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
