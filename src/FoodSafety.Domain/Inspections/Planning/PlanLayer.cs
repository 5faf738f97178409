using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>One window of a frequency, with a status for every row: 0 where it asks for nothing.</summary>
/// <param name="Frequency">The frequency.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="DueBy">The last working day.</param>
/// <param name="ProvisionalBy">The law by which that day was computed while no notice confirms it; null when it is sure.</param>
/// <param name="Statuses">The status of each row.</param>
/// <param name="TimesDone">How often it was done, up to 255, for each row.</param>
/// <param name="Rests">The rows that rest, with the last day of the rest.</param>
internal sealed record PlanLayer(
    InspectionFrequency Frequency, LocalDate First, LocalDate Last, LocalDate DueBy, Citation? ProvisionalBy,
    byte[] Statuses, byte[] TimesDone, Dictionary<int, LocalDate> Rests);
