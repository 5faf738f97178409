using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>The names of <see cref="RoundTargetState"/>.</summary>
public static class RoundTargetStates
{
    /// <summary>The state as people read it.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static BilingualText Name(this RoundTargetState state) => state.Named() switch
    {
        RoundTargetState.Met => ("已达标", "met"),
        RoundTargetState.OnTrack => ("按进度", "on track"),
        RoundTargetState.Behind => ("进度滞后", "behind"),
        RoundTargetState.Missed => ("未达标", "missed"),
    };
}
