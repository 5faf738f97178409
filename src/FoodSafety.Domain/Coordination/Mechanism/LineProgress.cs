using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>How far a line of work has come on a day (工作线进展).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record LineProgress
{
    internal LineProgress(WorkLine line, LocalDate on, ImmutableArray<MilestoneStatus> milestones) => (Line, On, Milestones) = (line, on, milestones);

    /// <summary>The line.</summary>
    public WorkLine Line { get; }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>How each milestone stands, in the order of the days they are due.</summary>
    public ItemList<MilestoneStatus> Milestones { get; }

    /// <summary>How many milestones are reached, in time or late.</summary>
    public int DoneCount => Milestones.Count(milestone => milestone.State.IsDone());

    /// <summary>True when the last day of a milestone is over and it is not reached (滞后).</summary>
    public bool IsBehind => Milestones.Any(milestone => milestone.State == DutyState.Missed);

    /// <summary>True when every milestone is reached (完成); true of a line without any.</summary>
    public bool IsComplete => DoneCount == Milestones.Length;

    /// <summary>The milestone to be reached next: the first that is not; null when all are.</summary>
    public MilestoneStatus? Next => Milestones.FirstOrDefault(milestone => !milestone.State.IsDone());
}

/// <summary>How a milestone stands on a day (节点完成情况).</summary>
/// <param name="Milestone">The milestone.</param>
/// <param name="State">How it stands.</param>
/// <param name="Record">The record that it was reached; null while there is none.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record MilestoneStatus(Milestone Milestone, DutyState State, Done<MilestoneReached>? Record);
