using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>How one period of a routine stands on a day (例行工作完成情况).</summary>
/// <param name="Routine">The routine.</param>
/// <param name="Period">The period of its cadence.</param>
/// <param name="State">How it stands.</param>
/// <param name="Record">The first record that it was done; null while there is none.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RoutineStatus(Routine Routine, CadencePeriod Period, DutyState State, Done<RoutineDone>? Record)
{
    /// <summary>The first day on which it can be done: that of the period, or that of the term within it.</summary>
    public LocalDate From => Routine.FirstDayIn(Period.First);

    /// <summary>The last day on which it is done in time, inclusive: that of the period, or that of the term within it.</summary>
    public LocalDate DueBy => Routine.LastDayIn(Period.Last);
}
