using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Time;

/// <summary>In which way a day differs from what its weekday says (节假日安排).</summary>
/// <remarks>The default value 0 is no kind and is refused by <see cref="WorkingCalendar"/>.</remarks>
public enum CalendarDayKind
{
    /// <summary>A day off: the festival itself, or a day moved to it (放假).</summary>
    [BilingualName("放假", "day off")]
    Holiday = 1,

    /// <summary>A day of the weekend that is worked to make up for a holiday (调休上班).</summary>
    [BilingualName("调休上班", "make-up working day")]
    MakeUpWorkday = 2,
}
