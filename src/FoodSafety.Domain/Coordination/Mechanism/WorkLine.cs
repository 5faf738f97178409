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
