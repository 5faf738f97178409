using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>What people call the sources of standings and the kinds of assignments.</summary>
public static class StandingNames
{
    /// <summary>The name of a source: <c>观察期 / under observation</c>.</summary>
    /// <param name="source">The source.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this StandingSource source) => source.Named() switch
    {
        StandingSource.Computed => ("自动分级", "computed"),
        StandingSource.Observation => ("观察期", "under observation"),
        StandingSource.Override => ("人工调整", "overridden"),
        StandingSource.Provisional => ("暂定", "provisional"),
    };

    /// <summary>The name of a kind of assignment.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this AssignmentKind kind) => kind.Named() switch
    {
        AssignmentKind.Override => ("人工调整", "override"),
        AssignmentKind.Provisional => ("暂定等级", "provisional grade"),
    };
}
