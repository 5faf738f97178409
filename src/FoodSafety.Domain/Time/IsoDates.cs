using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>A day is the same day in whatever calendar it is written (历法): the library counts in the ISO calendar.</summary>
internal static class IsoDates
{
    /// <summary>The day in the ISO calendar. The year of another calendar, as the Julian, would be taken for one of this.</summary>
    public static LocalDate Iso(this LocalDate day) => day.Calendar == CalendarSystem.Iso ? day : day.WithCalendar(CalendarSystem.Iso);
}
