using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>The statutory days of mainland China, computed from the law of the year.</summary>
internal static class ChinaHolidays
{
    // The lunar year 2100 ends on 28 January 2101, and with it what the runtime knows of the moon.
    private const int LastYear = 2100;

    // No notice of 2004 to 2026 moved a day earlier than 29 December of the year before.
    private const int MovableDaysBefore = 3;

    private static readonly BilingualText NewYear = ("元旦", "New Year's Day");
    private static readonly BilingualText SpringFestival = ("春节", "Spring Festival");
    private static readonly BilingualText Qingming = ("清明", "Qingming Festival");
    private static readonly BilingualText Labour = ("劳动节", "Labour Day");
    private static readonly BilingualText DragonBoat = ("端午", "Dragon Boat Festival");
    private static readonly BilingualText MidAutumn = ("中秋", "Mid-Autumn Festival");
    private static readonly BilingualText National = ("国庆节", "National Day");

    private static readonly ChineseLunisolarCalendar Moon = new();

    // The numbers of the orders and their days agree in independent copies; the days agree with every notice from 2004 to 2026.
    public static ImmutableArray<HolidayRule> Rules { get; } =
    [
        Rule(2000, "国务院令第270号", "State Council Order 270, 1999", null, static year =>
            [.. Spring(year, 0, 3), .. Solar(year, 5, 3, Labour)]),
        Rule(2008, "国务院令第513号", "State Council Order 513, 2007", null, static year =>
            [.. Spring(year, -1, 3), .. Solar(year, 5, 1, Labour), .. OneDayFestivals(year)]),
        Rule(2014, "国务院令第644号", "State Council Order 644, 2013", "https://www.gov.cn/gongbao/content/2014/content_2561284.htm", static year =>
            [.. Spring(year, 0, 3), .. Solar(year, 5, 1, Labour), .. OneDayFestivals(year)]),
        Rule(2025, "国务院令第795号", "State Council Order 795, 2024", "https://www.gov.cn/gongbao/2024/issue_11726/202411/content_6989774.html", static year =>
            [.. Spring(year, -1, 4), .. Solar(year, 5, 2, Labour), .. OneDayFestivals(year)]),
    ];

    private static HolidayRule Rule(int firstYear, string order, string englishOrder, string? url, Func<int, IEnumerable<(LocalDate, BilingualText)>> days) => new(
        firstYear,
        LastYear,
        new Citation(
            ($"全国年节及纪念日放假办法（{order}）", $"Regulation on Public Holidays for Festivals and Commemorations ({englishOrder})"),
            SourceStanding.SecondHand, "2", url is null ? null : new Uri(url)),
        year => [.. Solar(year, 1, 1, NewYear), .. days(year), .. Solar(year, 10, 3, National)],
        MovableDaysBefore);

    private static IEnumerable<(LocalDate, BilingualText)> Solar(int year, int month, int days, BilingualText name) =>
        Enumerable.Range(1, days).Select(day => (new LocalDate(year, month, day), name));

    // The month before has 29 or 30 days, so the eve is the day before the first, not the 30th.
    private static IEnumerable<(LocalDate, BilingualText)> Spring(int year, int from, int days) =>
        Enumerable.Range(from, days).Select(day => (Lunar(year, 1, 1).PlusDays(day), SpringFestival));

    private static IEnumerable<(LocalDate, BilingualText)> OneDayFestivals(int year) =>
        [(QingmingOf(year), Qingming), (Lunar(year, 5, 5), DragonBoat), (Lunar(year, 8, 15), MidAutumn)];

    private static LocalDate Lunar(int year, int month, int day)
    {
        // What the runtime calls the leap month is its place in the year, so that the months from it on move by one.
        var leap = Moon.GetLeapMonth(year);
        return LocalDate.FromDateTime(Moon.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    /// <summary>
    /// The day on which the sun reaches 15 degrees: a tropical year is 365.2422 days, so the day wanders by 0.2422 a year and falls back by
    /// one in each leap year. Of use from 2000 to 2100, counting 2100, which is no leap year.
    /// </summary>
    private static LocalDate QingmingOf(int year)
    {
        var years = year - 2000;
        return new LocalDate(year, 4, (int)(years * 0.2422 + 4.81) - (years / 4 - years / 100));
    }
}
