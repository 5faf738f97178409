using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

/// <summary>Calendars of another day: as they stood before a year was announced, and as they may stand after.</summary>
internal static class Calendars
{
    private static readonly WorkingCalendar China = WorkingCalendar.China;

    /// <summary>The tables that are built into the library.</summary>
    public static string[] TableFiles => Directory.GetFiles(Path.Combine(SharedData.Root, "src", "FoodSafety.Domain", "Time", "Data"), "*.csv");

    /// <summary>The calendar of China as it stood when a year was the last announced.</summary>
    public static WorkingCalendar AnnouncedTo(int year) => new(
        China.Weekend, China.FirstYear, year, Enumerable.Range(China.FirstYear, year - China.FirstYear + 1).SelectMany(known => China.DaysOf(known)),
        China.Zone, China.Basis, China.Rules);

    /// <summary>The calendar of China in which all years up to one were announced with their statutory days alone.</summary>
    public static WorkingCalendar AnnouncedProvisionally(int year)
    {
        var calendar = China;
        while (calendar.LastYear < year)
        {
            var next = calendar.LastYear + 1;
            calendar = calendar.With(next, calendar.DaysOf(next).Select(day => day with { ProvisionalBy = null }));
        }

        return calendar;
    }

    /// <summary>A notice that nobody issued: the statutory days, and the days around National Day off with two Saturdays worked for them.</summary>
    public static IEnumerable<CalendarDay> MadeUp(int year)
    {
        // By the law, whether the year was announced meanwhile or not.
        var statutory = HolidayRule.China.Last(rule => rule.FirstYear <= year).DaysOf(year).Select(day => day with { ProvisionalBy = null }).ToList();
        var off = Enumerable.Range(4, 4).Select(day => new LocalDate(year, 10, day)).Where(day => statutory.TrueForAll(known => known.Date != day));
        var worked = new LocalDate(year, 10, 8).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Saturday));
        return [
            .. statutory,
            .. off.Select(day => new CalendarDay(day, ("国庆节", "National Day"), CalendarDayKind.Holiday)),
            .. new[] { worked, worked.PlusWeeks(1) }.Select(day => new CalendarDay(day, ("国庆节", "National Day"), CalendarDayKind.MakeUpWorkday)),
        ];
    }

    /// <summary>Days as a table of the library.</summary>
    public static string Csv(IEnumerable<CalendarDay> days) => string.Concat(
        days.OrderBy(day => day.Date).Select(day => $"{day.Date:uuuu-MM-dd},{day.Name.Chinese},{(day.Kind == CalendarDayKind.Holiday ? "holiday" : "workday")}\n")
            .Prepend("date,name,kind\n"));
}
