using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>Rules and calendars for a room that has no district around it.</summary>
internal static class Laid
{
    public static RuleBook<TRules> Rules<TRules>(TRules rules) where TRules : notnull => new(_ => rules, new UndoLog());

    public static CalendarBook Calendar(WorkingCalendar calendar) => new(calendar, _ => [], new UndoLog());
}
