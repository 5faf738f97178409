using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>An override or provisional grade cannot be set or ended (人工定级被驳回); nothing was changed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AssignmentRefusedException : Exception, IBilingualError
{
    internal AssignmentRefusedException(AssignmentRefusal refusal, AssignmentKind kind, int row, AssignmentId? standing, LocalDate from, LocalDate? until)
        : base(Describe(refusal, kind, row, standing, from, until).English)
    {
        (Refusal, Kind, Row) = (refusal, kind, row);
        (Standing, From, Until) = (standing, from, until);
    }

    /// <summary>Why.</summary>
    public AssignmentRefusal Refusal { get; }

    /// <summary>What was to be set or ended.</summary>
    public AssignmentKind Kind { get; }

    /// <summary>The number of the row.</summary>
    public int Row { get; }

    /// <summary>The assignment that stands in the way or is over; null when a computed grade does.</summary>
    public AssignmentId? Standing { get; }

    /// <summary>The first day in force of what stands in the way.</summary>
    public LocalDate From { get; }

    /// <summary>The first day on which that is no longer in force; null for a computed grade.</summary>
    public LocalDate? Until { get; }

    /// <summary>What was refused and why, in both languages.</summary>
    public BilingualText Text => Describe(Refusal, Kind, Row, Standing, From, Until);

    private static BilingualText Describe(AssignmentRefusal refusal, AssignmentKind kind, int row, AssignmentId? standing, LocalDate from, LocalDate? until)
    {
        var name = kind.Name();
        return refusal switch
        {
            AssignmentRefusal.Overlaps => (
                $"第 {row} 行已有{name.Chinese}（编号 {standing}），{from:uuuu-MM-dd} 起、{until:uuuu-MM-dd} 之前有效，不得重叠。",
                $"Row {row} has {name.English} {standing} from {from:uuuu-MM-dd} until {until:uuuu-MM-dd}; two may not overlap."),
            AssignmentRefusal.AlreadyGraded => (
                $"第 {row} 行自 {from:uuuu-MM-dd} 已有分级结果，不能再设{name.Chinese}。",
                $"Row {row} has had a computed grade since {from:uuuu-MM-dd}; a {name.English} is only for rows without."),
            AssignmentRefusal.IsOver => (
                $"{name.Chinese}（编号 {standing}）{from:uuuu-MM-dd} 起、{until:uuuu-MM-dd} 之前有效，已经到期，无需终止。",
                $"The {name.English} {standing} of row {row}, from {from:uuuu-MM-dd} until {until:uuuu-MM-dd}, is over; there is nothing to end."),
        };
    }
}
