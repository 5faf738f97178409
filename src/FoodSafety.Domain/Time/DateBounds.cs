using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>Counting days and instants near the ends of the calendar, which has the years -9998 to 9999.</summary>
/// <remarks>
/// What would lie beyond is refused as an argument, with the value and what is allowed; the calendar itself throws an overflow that says
/// neither.
/// </remarks>
internal static class DateBounds
{
    /// <summary>A day so many days later, or earlier when negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public static LocalDate PlusDays(LocalDate date, int days, string parameter) => FindPlusDays(date, days) ?? throw Outside(parameter, date, $"{days} days on");

    /// <summary>The same; null when there is no such day.</summary>
    public static LocalDate? FindPlusDays(LocalDate date, int days) =>
        days > 0 ? Period.DaysBetween(date, LocalDate.MaxIsoValue) < days ? null : date.PlusDays(days)
        : Period.DaysBetween(date, LocalDate.MinIsoValue) > days ? null : date.PlusDays(days);

    /// <summary>A day so many months later, or the last day of the calendar when that is before it.</summary>
    public static LocalDate PlusMonthsOrLast(LocalDate date, int months) => FindPlusMonths(date, months) ?? LocalDate.MaxIsoValue;

    /// <summary>A day so many months later, 0 or more; null when there is no such day.</summary>
    public static LocalDate? FindPlusMonths(LocalDate date, int months) =>
        (LocalDate.MaxIsoValue.Year - date.Year) * 12 + LocalDate.MaxIsoValue.Month - date.Month < months ? null : date.PlusMonths(months);

    /// <summary>The same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public static LocalDate PlusMonths(LocalDate date, int months, string parameter) => FindPlusMonths(date, months) ?? throw Outside(parameter, date, $"{months} months on");

    /// <summary>An instant on the clocks of a zone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The clocks of the zone would show a day beyond the calendar.</exception>
    public static OffsetDateTime On(Instant at, DateTimeZone zone, string parameter)
    {
        var offset = zone.GetUtcOffset(at);
        var ahead = Duration.FromSeconds(offset.Seconds);
        return (ahead > Duration.Zero ? at > Instant.MaxValue - ahead : at < Instant.MinValue - ahead)
            ? throw Outside(parameter, at, $"on the clocks of {zone.Id}")
            : at.WithOffset(offset);
    }

    /// <summary>The date of an instant in a zone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The clocks of the zone would show a day beyond the calendar.</exception>
    public static LocalDate DateOf(Instant at, DateTimeZone zone, string parameter) => On(at, zone, parameter).Date;

    /// <summary>The instant at which a day begins in a zone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies before the first instant of the calendar.</exception>
    public static Instant StartOf(LocalDate day, DateTimeZone zone, string parameter)
    {
        // Only the two outermost days can begin beyond the calendar, and only where clocks are ahead or behind.
        if (day == LocalDate.MinIsoValue || day == LocalDate.MaxIsoValue)
        {
            var ahead = Duration.FromSeconds(zone.GetUtcOffset(day == LocalDate.MinIsoValue ? Instant.MinValue : Instant.MaxValue).Seconds);
            if (day == LocalDate.MinIsoValue ? ahead > Duration.Zero : ahead < -Duration.FromDays(1))
            {
                throw Outside(parameter, day, $"as a day of {zone.Id}");
            }
        }

        return zone.AtStartOfDay(day).ToInstant();
    }

    /// <summary>The instant at which a day ends in a zone: the beginning of the next, or the end of the calendar.</summary>
    public static Instant EndOf(LocalDate day, DateTimeZone zone, string parameter) => StartOf(PlusDays(day, 1, parameter), zone, parameter);

    /// <summary>An instant so many hours later.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies beyond the last instant of the calendar.</exception>
    public static Instant PlusHours(Instant at, int hours, string parameter) =>
        (Instant.MaxValue - at).TotalHours < hours ? throw Outside(parameter, at, $"{hours} hours on") : at + Duration.FromHours(hours);

    /// <summary>An instant so many minutes later.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies beyond the last instant of the calendar.</exception>
    public static Instant PlusMinutes(Instant at, int minutes, string parameter) =>
        (Instant.MaxValue - at).TotalMinutes < minutes ? throw Outside(parameter, at, $"{minutes} minutes on") : at + Duration.FromMinutes(minutes);

    private static ArgumentOutOfRangeException Outside(string parameter, object value, string how) =>
        new(parameter, value, $"Allowed: what lies in the years -9998 to 9999 {how}.");
}

/// <summary>A day is the same day in whatever calendar it is written (历法): the library counts in the ISO calendar.</summary>
internal static class IsoDates
{
    /// <summary>The day in the ISO calendar. The year of another calendar, as the Julian, would be taken for one of this.</summary>
    public static LocalDate Iso(this LocalDate day) => day.Calendar == CalendarSystem.Iso ? day : day.WithCalendar(CalendarSystem.Iso);
}
