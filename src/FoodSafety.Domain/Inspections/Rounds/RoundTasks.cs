using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>The names of <see cref="RoundTask"/>.</summary>
public static class RoundTasks
{
    internal const int Count = 5;

    /// <summary>The task as people read it.</summary>
    /// <param name="task">The task.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="task"/> is not one of the named values.</exception>
    public static BilingualText Name(this RoundTask task) => task.Named() switch
    {
        RoundTask.Publicity => ("宣传", "publicity"),
        RoundTask.Training => ("培训", "training"),
        RoundTask.Visit => ("督导检查", "visit"),
        RoundTask.Verification => ("核实", "verification"),
        RoundTask.Commitment => ("承诺书签订", "commitment"),
    };
}
