using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>One task of the plan (检查任务): a business, what is due there, in which window, and how it stands.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PlanTask
{
    internal PlanTask()
    {
    }

    /// <summary>The business.</summary>
    public required BusinessId Business { get; init; }

    /// <summary>What kind of inspection is due.</summary>
    public required InspectionKind Kind { get; init; }

    /// <summary>
    /// Who has to go: the main responsible cadre for a visit; nobody for the inspection of a bureau, and where that cadre is not in post any
    /// more on the day of the plan, so that the chains have to be planned again.
    /// </summary>
    public required Seat Seat { get; init; }

    /// <summary>The first day on which doing it counts.</summary>
    public required LocalDate First { get; init; }

    /// <summary>The last day on which doing it counts; for a follow-up, the deadline, after which it still counts but is late.</summary>
    public required LocalDate Last { get; init; }

    /// <summary>The day it is due by: the last working day of the window.</summary>
    public required LocalDate DueBy { get; init; }

    /// <summary>The law by which the day it is due by was computed while no notice confirms it (暂定依据); null when that day is sure.</summary>
    public Citation? ProvisionalBy { get; init; }

    /// <summary>True while the day it is due by rests on days that no notice has confirmed (暂定).</summary>
    public bool IsProvisional => ProvisionalBy is not null;

    /// <summary>How often it has to be done in the window.</summary>
    public required int Times { get; init; }

    /// <summary>How often it was done in the window, up to the day of the plan.</summary>
    public required int TimesDone { get; init; }

    /// <summary>How it stands.</summary>
    public required PlanTaskStatus Status { get; init; }

    /// <summary>The frequency it follows from; null for a follow-up.</summary>
    public InspectionFrequency? Frequency { get; init; }

    /// <summary>Why it is due, in both languages: the name of the frequency, or the reason of the follow-up.</summary>
    public required BilingualText Reason { get; init; }

    /// <summary>The last day of the rest after a higher bureau; null when it is not excused.</summary>
    public LocalDate? ExcusedThrough { get; init; }
}
