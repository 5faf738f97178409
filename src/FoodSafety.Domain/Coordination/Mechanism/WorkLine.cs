using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>A line of work (工作线): its time line, path and measures. Its progress is told by a <see cref="CoordinationBook"/>.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record WorkLine
{
    /// <summary>Describes a line of work.</summary>
    /// <param name="code">What files call it: 1 to 64 characters without white space.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="leader">Who answers for it: the key of a person or body in the user's platform, not blank.</param>
    /// <param name="from">The first day of work.</param>
    /// <param name="path">How it gets there.</param>
    /// <param name="timeLine">What must have been reached by when, in any order; due on its first day or later.</param>
    /// <exception cref="ArgumentException">
    /// The code is none, the name or path is empty, nobody answers for it, or a milestone has the code of another or is due before the first day.
    /// </exception>
    public WorkLine(string code, BilingualText name, string leader, LocalDate from, BilingualText path, IEnumerable<Milestone> timeLine)
    {
        TextRule.Key.Check(leader);
        ArgumentNullException.ThrowIfNull(timeLine);
        (Code, Name) = Codes.Check(code, name);
        Path = TextRule.Note.Check(path);
        TimeLine = [.. timeLine.OrderBy(milestone => milestone.DueBy)];
        var seen = new HashSet<string>();
        foreach (var milestone in TimeLine)
        {
            var fault = !seen.Add(milestone.Code) ? "stands twice" : milestone.DueBy < from ? $"is due {milestone.DueBy:uuuu-MM-dd}, before the line begins on {from:uuuu-MM-dd}" : null;
            if (fault is not null)
            {
                throw new ArgumentException($"Milestone '{milestone.Code}' of line '{code}' {fault}.", nameof(timeLine));
            }
        }

        (Leader, From) = (leader, from);
    }

    /// <summary>What files call it (编码).</summary>
    public string Code { get; }

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; }

    /// <summary>Who answers for it (牵头人或牵头单位).</summary>
    public string Leader { get; }

    /// <summary>The first day of work (起始日).</summary>
    public LocalDate From { get; }

    /// <summary>How it gets there (路径).</summary>
    public BilingualText Path { get; }

    /// <summary>What is done to get there (措施); none unless stated.</summary>
    public ItemList<BilingualText> Measures { get; init; }

    /// <summary>What must have been reached by when (时间线), in the order of the days.</summary>
    public ItemList<Milestone> TimeLine { get; }

    /// <summary>The milestone with a code; null when there is none.</summary>
    /// <param name="code">The code.</param>
    public Milestone? FindMilestone(string code) => TimeLine.FirstOrDefault(milestone => milestone.Code == code);
}

/// <summary>A mark on the time line of a line of work (时间节点): what must have been reached by a day.</summary>
public sealed record Milestone
{
    /// <summary>Describes a milestone.</summary>
    /// <param name="code">What files call it, once in its line: 1 to 64 characters without white space.</param>
    /// <param name="name">What is to be reached.</param>
    /// <param name="dueBy">The last day on which it is reached in time, inclusive.</param>
    /// <exception cref="ArgumentException">The code is none, or the name is empty.</exception>
    public Milestone(string code, BilingualText name, LocalDate dueBy)
    {
        (Code, Name) = Codes.Check(code, name);
        DueBy = dueBy;
    }

    /// <summary>What files call it (编码).</summary>
    public string Code { get; }

    /// <summary>What is to be reached (目标).</summary>
    public BilingualText Name { get; }

    /// <summary>The last day on which it is reached in time (完成时限), inclusive.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate DueBy { get; }
}

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
